package org.dapple.dali.votable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dapple.dali.kit.Golden;
import org.dapple.dali.kit.IvoaSchemas;
import org.dapple.dali.kit.Program;
import org.dapple.dali.table.AwkwardRows;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.TupleRows;
import org.dapple.dali.table.WireType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Awkward values of every type as other programs read them. */
class VOTableReadBackTest {

    private static final ResultHead HEAD = new ResultHead(List.of(), 1_000_000);
    private static final String SCRIPT = "src/test/resources/org/dapple/dali/votable/read_votable.py";

    @TempDir
    private Path folder;

    private static Stream<Arguments> serializations() {
        return Stream.of(
                Arguments.of("tabledata", VOTableWriter.tableData(), AwkwardRows.all()),
                Arguments.of("binary", VOTableWriter.binary(), AwkwardRows.withoutLeastNumbers()),
                Arguments.of("binary2", VOTableWriter.binary2(), AwkwardRows.all()));
    }

    /** What votlint 3.4.7 says of them: that DALI has no years before Christ, and that an array must not be an empty cell. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("serializations")
    void awkwardValuesAreRead(String name, VOTableWriter writer, TupleRows rows) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(HEAD, rows, out);
        String file =
                Files.write(folder.resolve("awkward.xml"), out.toByteArray()).toString();
        Golden.matches("votable/awkward." + name + ".xml", out.toString(StandardCharsets.UTF_8));
        assertThat(IvoaSchemas.problems(out.toString(StandardCharsets.UTF_8), "http://www.ivoa.net/xml/VOTable/v1.3"))
                .isEmpty();
        Golden.matches(
                "votable/awkward." + name + ".votlint.txt",
                Program.votlint(file).output());
        Golden.matches(
                "votable/awkward." + name + ".astropy.txt",
                Program.astropy(SCRIPT, file).output());
        Golden.matches(
                "votable/awkward." + name + ".stil.csv", Program.stil(file).output());
    }

    /** Without votlint, which in version 3.4.7 does not read the numbers of a variable array in a binary stream. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("serializations")
    void arraysOfVariableLengthAreRead(String name, VOTableWriter writer) throws Exception {
        Path file = folder.resolve("polygons.xml");
        Field polygon = new Field("g", WireType.TEXT, "double", "*", "polygon", "deg", null, null, null);
        TupleRows rows = new TupleRows(polygon, TupleRows.field("n", WireType.INT))
                .row("1 2 3.5 4 5 -6e-05", 1)
                .row(null, 2)
                .row("1 2 3 4 5 6 7 8", 3);
        write(writer, rows, file);
        Golden.matches(
                "votable/arrays." + name + ".stil.csv",
                Program.stil(file.toString()).output());
        Golden.matches(
                "votable/arrays." + name + ".astropy.txt",
                Program.astropy(SCRIPT, file.toString()).output());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("serializations")
    void manyRowsAreRead(String name, VOTableWriter writer) throws Exception {
        Path file = folder.resolve("many.xml");
        write(writer, manyRows(), file);
        String[] lines = Program.astropy(SCRIPT, file.toString()).output().split("\n", -1);
        assertThat(lines).hasSize(5000);
        for (int i = 0; i < lines.length; i++) {
            assertThat(lines[i]).isEqualTo("[%d, '%s']".formatted(i, "x".repeat(i % 100 + 1)));
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("leastNumbers")
    void aNumberThatStandsForNullInBinaryIsAFault(WireType type, Number least) throws Exception {
        TupleRows rows = new TupleRows(TupleRows.field("n", type)).row(7).row(least);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultSummary summary = VOTableWriter.binary().write(HEAD, rows, out);
        String message = "Column n holds the number " + least
                + ", which stands for NULL in serialization BINARY; ask for BINARY2 or TABLEDATA.";
        assertThat(summary.fault())
                .hasValueSatisfying(fault -> assertThat(fault).hasMessage(message));
        assertThat(summary.rows()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">" + message);
    }

    private static Stream<Arguments> leastNumbers() {
        return Stream.of(
                Arguments.of(WireType.SHORT, Short.MIN_VALUE),
                Arguments.of(WireType.INT, Integer.MIN_VALUE),
                Arguments.of(WireType.LONG, Long.MIN_VALUE));
    }

    @Test
    void textOfFixedAndOfBoundedLengthIsReadFromBinary2() throws Exception {
        Path file = folder.resolve("text.xml");
        TupleRows rows = new TupleRows(text("fixed", "3"), text("bounded", "5*"))
                .row("ab", "hé∑")
                .row("abcd", "")
                .row(null, null);
        write(VOTableWriter.binary2(), rows, file);
        assertThat(Program.votlint(file.toString()).output()).isEmpty();
        assertThat(Program.astropy(SCRIPT, file.toString()).output()).isEqualTo("""
                        ['ab', 'h\\xe9\\u2211']
                        ['abc', '']
                        ['', '']""");
    }

    private static Field text(String name, String arraysize) {
        return new Field(name, WireType.TEXT, "char", arraysize, null, null, null, null, null);
    }

    private static void write(VOTableWriter writer, TupleRows rows, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.write(HEAD, rows, out);
        }
    }

    private static TupleRows manyRows() {
        TupleRows rows = new TupleRows(TupleRows.field("n", WireType.INT), TupleRows.field("s", WireType.TEXT));
        for (int i = 0; i < 5000; i++) {
            rows.row(i, "x".repeat(i % 100 + 1));
        }
        return rows;
    }
}
