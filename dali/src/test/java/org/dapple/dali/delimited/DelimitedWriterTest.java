package org.dapple.dali.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.ResultWriter;
import org.dapple.dali.table.TupleRows;
import org.dapple.dali.table.WireType;
import org.junit.jupiter.api.Test;

class DelimitedWriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void csvQuotesWhatNeedsItAndTellsEmptyFromNull() throws IOException {
        write(DelimitedWriter.csv(true), 10, awkward());
        assertThat(written()).isEqualTo("""
                        s,"a,""b",d,t,b
                        plain,1,0.5,2026-11-22T00:00:00.25,true
                        "",,NaN,,false
                        ,-2,Infinity,,
                        "a,""b""\nc",3,-Infinity,,
                        héé 🫏\t\\,4,1.0E-300,,
                        """.replace("\n", "\r\n").replace("\"\"\r\nc", "\"\"\nc"));
    }

    @Test
    void csvLeavesOutTheHeaderWhereNoneIsWanted() throws IOException {
        write(DelimitedWriter.csv(false), 10, new TupleRows(TupleRows.field("n", WireType.INT)).row(1));
        assertThat(written()).isEqualTo("1\r\n");
    }

    @Test
    void tsvKeepsRowsAndCellsApart() throws IOException {
        TupleRows rows = new TupleRows(TupleRows.field("a", WireType.TEXT), TupleRows.field("b", WireType.TEXT));
        write(DelimitedWriter.tsv(), 10, rows.row("x\ty\r\nz", null).row("\"q\"", ""));
        assertThat(written()).isEqualTo("a\tb\nx y  z\t\n\"q\"\t\n");
    }

    @Test
    void rowsBeyondTheLimitAreCut() throws IOException {
        TupleRows rows =
                new TupleRows(TupleRows.field("n", WireType.INT)).row(1).row(2).row(3);
        ResultSummary summary = write(DelimitedWriter.csv(true), 2, rows);
        assertThat(summary.overflow()).isTrue();
        assertThat(written()).isEqualTo("n\r\n1\r\n2\r\n");
    }

    @Test
    void aFaultAfterTheFirstRowIsThrownSinceTheTextCannotTell() {
        ServiceFault fault = ServiceFault.usage("division by zero in row 2");
        TupleRows rows =
                new TupleRows(TupleRows.field("n", WireType.INT)).row(1).thenFails(fault);
        assertThatThrownBy(() -> write(DelimitedWriter.csv(true), 10, rows)).isSameAs(fault);
    }

    private ResultSummary write(ResultWriter writer, long maxRows, TupleRows rows) throws IOException {
        return writer.write(new ResultHead(List.of(), maxRows), rows, out);
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static TupleRows awkward() {
        return new TupleRows(
                        TupleRows.field("s", WireType.TEXT),
                        TupleRows.field("a,\"b", WireType.LONG),
                        TupleRows.field("d", WireType.DOUBLE),
                        TupleRows.field("t", WireType.TIMESTAMP),
                        TupleRows.field("b", WireType.BOOLEAN))
                .row("plain", 1, 0.5, Instant.parse("2026-11-22T00:00:00.25Z"), true)
                .row("", null, Double.NaN, null, false)
                .row(null, -2, Double.POSITIVE_INFINITY, null, null)
                .row("a,\"b\"\nc", 3, Double.NEGATIVE_INFINITY, null, null)
                .row("héé 🫏\t\\", 4, 1e-300, null, null);
    }
}
