package org.dapple.tap.db;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dapple.adql.catalog.Column;

/**
 * The columns that give the position of each row of a table.
 *
 * @param ra name of the column of right ascensions
 * @param dec name of the column of declinations
 */
record SkyPosition(String ra, String dec) {

    private static final List<String> RA_NAMES =
            List.of("ra", "s_ra", "raj2000", "_raj2000", "ra_icrs", "ra_j2000", "radeg");
    private static final List<String> DEC_NAMES =
            List.of("dec", "s_dec", "dej2000", "_dej2000", "de_icrs", "dec_j2000", "dedeg");

    /** The pair that is marked as the main one, or else the first that is marked at all, or else one of usual names. */
    static Optional<SkyPosition> of(List<Column> columns) {
        return pair(columns, ucd("pos.eq.ra;meta.main"), ucd("pos.eq.dec;meta.main"))
                .or(() -> pair(columns, ucd("pos_eq_ra_main"), ucd("pos_eq_dec_main")))
                .or(() -> pair(columns, ucd("pos.eq.ra"), ucd("pos.eq.dec")))
                .or(() -> byName(columns));
    }

    private static Optional<SkyPosition> byName(List<Column> columns) {
        return Stream.iterate(0, i -> i < RA_NAMES.size(), i -> i + 1)
                .flatMap(i -> pair(columns, named(RA_NAMES.get(i)), named(DEC_NAMES.get(i))).stream())
                .findFirst();
    }

    private static Optional<SkyPosition> pair(List<Column> columns, Predicate<Column> ra, Predicate<Column> dec) {
        return first(columns, ra).flatMap(x -> first(columns, dec).map(y -> new SkyPosition(x, y)));
    }

    private static Optional<String> first(List<Column> columns, Predicate<Column> wanted) {
        return columns.stream()
                .filter(column -> column.type().isNumeric())
                .filter(wanted)
                .map(Column::name)
                .findFirst();
    }

    private static Predicate<Column> ucd(String ucd) {
        return column -> column.ucd() != null
                && column.ucd().strip().toLowerCase(Locale.ROOT).equals(ucd);
    }

    private static Predicate<Column> named(String name) {
        return column -> column.name().equalsIgnoreCase(name);
    }
}
