package org.dapple.dali.table;

import java.time.Instant;

/** Every type of cell with the values that formats stumble over, for tests. */
public final class AwkwardRows {

    private static final Field[] FIELDS = {
        TupleRows.field("b", WireType.BOOLEAN),
        TupleRows.field("h", WireType.SHORT),
        TupleRows.field("i", WireType.INT),
        TupleRows.field("l", WireType.LONG),
        TupleRows.field("f", WireType.FLOAT),
        TupleRows.field("d", WireType.DOUBLE),
        TupleRows.field("s", WireType.TEXT),
        TupleRows.field("t", WireType.TIMESTAMP),
        new Field("p", WireType.TEXT, "double", "2", "point", "deg", "pos", null, "ICRS position")
    };

    private AwkwardRows() {}

    /** All of them. */
    public static TupleRows all() {
        return addTo(new TupleRows(FIELDS)
                .row(
                        true,
                        Short.MIN_VALUE,
                        Integer.MIN_VALUE,
                        Long.MIN_VALUE,
                        Float.NaN,
                        Double.NaN,
                        "",
                        Instant.EPOCH,
                        "0 -90"));
    }

    /** Without the least whole numbers of the types, for formats where they stand for NULL. */
    public static TupleRows withoutLeastNumbers() {
        return addTo(new TupleRows(FIELDS)
                .row(
                        true,
                        Short.MIN_VALUE + 1,
                        Integer.MIN_VALUE + 1,
                        Long.MIN_VALUE + 1,
                        Float.NaN,
                        Double.NaN,
                        "",
                        Instant.EPOCH,
                        "0 -90"));
    }

    private static TupleRows addTo(TupleRows rows) {
        return rows.row(
                        false,
                        Short.MAX_VALUE,
                        Integer.MAX_VALUE,
                        Long.MAX_VALUE,
                        1e38f,
                        1e-300,
                        "]]>",
                        Instant.parse("2026-11-22T23:59:59.000001Z"),
                        "359.99999999999994 1e-05")
                .row(null, null, null, null, null, null, null, null, null)
                .row(
                        true,
                        0,
                        0,
                        0,
                        Float.POSITIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        "<&>\"'",
                        Instant.parse("1858-11-17T00:00:00Z"),
                        "NaN NaN")
                .row(
                        false,
                        1,
                        1,
                        1,
                        Float.NEGATIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        "a\tb\nc\rd\u0001\uFFFE",
                        Instant.parse("2000-02-29T12:00:00.5Z"),
                        "1 1")
                .row(true, 2, 2, 2, 0.1f, -0.0, "héé 🫏 ∑", Instant.parse("-0043-03-15T11:59:59.999Z"), null);
    }
}
