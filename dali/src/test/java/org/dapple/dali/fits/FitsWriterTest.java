package org.dapple.dali.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.kit.Golden;
import org.dapple.dali.kit.Program;
import org.dapple.dali.table.AwkwardRows;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.Info;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.TupleRows;
import org.dapple.dali.table.WireType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitsWriterTest {

    private static final String SCRIPT = "src/test/resources/org/dapple/dali/fits/read_fits.py";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    /** That booleans have NULLs astropy does not know, and STIL 4.1 takes text for ASCII. */
    @Test
    void awkwardValuesAreRead() throws Exception {
        write(1000, AwkwardRows.all());
        Golden.matches("fits/awkward.header.txt", header());
        Golden.matches("fits/awkward.astropy.txt", astropy());
        Golden.matches("fits/awkward.stil.csv", Program.stil("fits", file()).output());
    }

    @Test
    void manyRowsAreRead() throws Exception {
        TupleRows rows = new TupleRows(TupleRows.field("n", WireType.INT), TupleRows.field("s", WireType.TEXT));
        for (int i = 0; i < 5000; i++) {
            rows.row(i, "x".repeat(i % 100 + 1));
        }
        write(10_000, rows);
        String[] lines = astropy().split("\n", -1);
        assertThat(lines).hasSize(5002);
        for (int i = 0; i < 5000; i++) {
            assertThat(lines[i + 2]).isEqualTo("[%d, '%s']".formatted(i, "x".repeat(i % 100 + 1)));
        }
        assertThat(out.size() % FitsHeader.BLOCK).isZero();
    }

    @Test
    void nothingOfALongerTextStaysBehindAShorterOne() throws IOException {
        write(
                10,
                new TupleRows(TupleRows.field("s", WireType.TEXT))
                        .row("abcdef")
                        .row("xy")
                        .row((Object) null)
                        .row("z"));
        String data = out.toString(StandardCharsets.ISO_8859_1).substring(out.size() - FitsHeader.BLOCK);
        assertThat(data).startsWith("abcdef" + "xy\0\0\0\0" + "\0\0\0\0\0\0" + "z\0\0\0\0\0");
    }

    @Test
    void nullsHaveANumberThatDoesNotOccur() throws Exception {
        TupleRows rows = new TupleRows(
                TupleRows.field("h", WireType.SHORT),
                TupleRows.field("i", WireType.INT),
                TupleRows.field("l", WireType.LONG));
        rows.row(-32768, Integer.MIN_VALUE, Long.MIN_VALUE)
                .row(-32767, Integer.MIN_VALUE + 2, Long.MAX_VALUE)
                .row(null, null, null);
        write(10, rows);
        assertThat(astropy()).isEqualTo("""
                        h I None -32766
                        i J None -2147483647
                        l K None -9223372036854775807
                        [-32768, -2147483648, -9223372036854775808]
                        [-32767, -2147483646, 9223372036854775807]
                        [None, None, None]""");
    }

    @Test
    void aColumnWithoutSuchANumberIsAFault() {
        TupleRows rows = new TupleRows(TupleRows.field("h", WireType.SHORT)).row((Object) null);
        IntStream.range(0, 64).forEach(i -> rows.row(Short.MIN_VALUE + i));
        assertThatThrownBy(() -> write(100, rows))
                .isInstanceOf(ServiceFault.class)
                .hasMessageStartingWith("Column h has NULLs and all of the least numbers of its type");
        assertThat(out.size()).isZero();
    }

    @Test
    void arraysAreAsLongAsTheLongest() throws Exception {
        Field polygon = new Field("g", WireType.TEXT, "double", "*", "polygon", "deg", null, null, null);
        write(
                10,
                new TupleRows(polygon)
                        .row("1 2 3.5 4 5 -6e-05")
                        .row((Object) null)
                        .row("1 2 3 4 5 6 7 8"));
        assertThat(astropy()).isEqualTo("""
                        g 8D deg None
                        [[1.0, 2.0, 3.5, 4.0, 5.0, -6e-05, None, None]]
                        [[None, None, None, None, None, None, None, None]]
                        [[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]]""");
    }

    @Test
    void columnsAreDescribedHoweverLongTheDescription() throws Exception {
        String description = "It's ''quoted'' " + "and very long, ".repeat(12) + "'".repeat(70) + " héé";
        Field field = new Field(
                "s_ra",
                WireType.DOUBLE,
                "double",
                null,
                null,
                "deg",
                "pos.eq.ra",
                "obscore:Char.SpatialAxis",
                description);
        write(10, new TupleRows(field).row(1.5));
        String meta = Program.stilColumns("fits", file()).output();
        assertThat(meta).contains("s_ra(Double)/deg - " + description.replace("é", "?"));
        assertThat(header()).contains("TUCD1   = 'pos.eq.ra'\nTUTYP1  = 'obscore:Char.SpatialAxis'\n");
    }

    @Test
    void theHeaderTellsOfRowsThatWereCut() throws Exception {
        TupleRows rows =
                new TupleRows(TupleRows.field("n", WireType.INT)).row(1).row(2);
        ResultSummary summary = write(1, rows);
        assertThat(summary.overflow()).isTrue();
        assertThat(header())
                .contains("COMMENT QUERY: SELECT 1 FROM x")
                .contains("COMMENT QUERY_STATUS: OVERFLOW (The result is cut at MAXREC=1; there are more ro")
                .contains("NAXIS2  =                    1");
    }

    @Test
    void withoutRowsThereIsATable() throws Exception {
        write(10, new TupleRows(TupleRows.field("n", WireType.INT), TupleRows.field("s", WireType.TEXT)));
        assertThat(astropy()).isEqualTo("n J None None\ns 1A None None");
    }

    @Test
    void aFaultWheneverItComesIsThrownAndNothingIsWritten() {
        ServiceFault fault = ServiceFault.usage("division by zero in row 2");
        TupleRows rows =
                new TupleRows(TupleRows.field("n", WireType.INT)).row(1).thenFails(fault);
        assertThatThrownBy(() -> write(10, rows)).isSameAs(fault);
        assertThat(out.size()).isZero();
    }

    private ResultSummary write(long maxRows, TupleRows rows) throws IOException {
        ResultHead head = new ResultHead(List.of(Info.of("QUERY", "SELECT 1\nFROM x")), maxRows);
        return new FitsWriter().write(head, rows, out);
    }

    private String file() throws IOException {
        return Files.write(folder.resolve("result.fits"), out.toByteArray()).toString();
    }

    private String astropy() throws IOException {
        return Program.astropy(SCRIPT, file()).output();
    }

    /** The cards of both headers, one to a line. */
    private String header() {
        String blocks = out.toString(StandardCharsets.ISO_8859_1);
        int end = blocks.indexOf("END   ", blocks.indexOf("XTENSION"));
        return IntStream.range(0, end / 80 + 1)
                .mapToObj(card -> blocks.substring(80 * card, 80 * card + 80).stripTrailing())
                .filter(card -> !card.isEmpty())
                .reduce("", (lines, card) -> lines + card + "\n");
    }
}
