package org.dapple.dali.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.kit.Golden;
import org.dapple.dali.table.AwkwardRows;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.TupleRows;
import org.dapple.dali.table.WireType;
import org.junit.jupiter.api.Test;

class PlainTextWriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void columnsAreAligned() throws Exception {
        write(100, AwkwardRows.all());
        Golden.matches("plain/awkward.txt", written());
    }

    @Test
    void theFirstHundredRowsSetTheWidths() throws IOException {
        TupleRows rows = new TupleRows(TupleRows.field("n", WireType.INT), TupleRows.field("s", WireType.TEXT));
        for (int i = 0; i < 100; i++) {
            rows.row(i, "x");
        }
        write(1000, rows.row(123456, "pushed aside"));
        assertThat(written().lines().toList())
                .startsWith(" n  s", "--  -", " 0  x")
                .endsWith("99  x", "123456  pushed aside", "", "101 rows.");
    }

    @Test
    void theLastLineTellsOfRowsThatWereCut() throws IOException {
        write(1, new TupleRows(TupleRows.field("n", WireType.INT)).row(1).row(2));
        assertThat(written())
                .isEqualTo("n\n-\n1\n\n1 row. OVERFLOW: The result is cut at MAXREC=1; there are more rows.\n");
    }

    @Test
    void theLastLineTellsOfAFault() throws IOException {
        ServiceFault fault = ServiceFault.usage("division by zero in row 2");
        write(9, new TupleRows(TupleRows.field("n", WireType.INT)).row(1).thenFails(fault));
        assertThat(written()).endsWith("\n1 row. ERROR: division by zero in row 2\n");
    }

    @Test
    void withoutRowsThereAreTheNames() throws IOException {
        write(9, new TupleRows(TupleRows.field("n", WireType.INT), TupleRows.field("name", WireType.TEXT)));
        assertThat(written()).isEqualTo("n  name\n-  ----\n\n0 rows.\n");
    }

    private void write(long maxRows, TupleRows rows) throws IOException {
        new PlainTextWriter().write(new ResultHead(List.of(), maxRows), rows, out);
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
