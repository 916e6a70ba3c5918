package org.dapple.dali.votable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.dapple.dali.kit.Golden;
import org.dapple.dali.kit.IvoaSchemas;
import org.dapple.dali.kit.Program;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.ResultHead;
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
                Arguments.of("tabledata", VOTableWriter.tableData()), Arguments.of("binary2", VOTableWriter.binary2()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("serializations")
    void awkwardValuesAreRead(String name, VOTableWriter writer) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(HEAD, awkwardRows(), out);
        String file =
                Files.write(folder.resolve("awkward.xml"), out.toByteArray()).toString();
        Golden.matches("votable/awkward." + name + ".xml", out.toString(StandardCharsets.UTF_8));
        assertThat(IvoaSchemas.problems(out.toString(StandardCharsets.UTF_8), "http://www.ivoa.net/xml/VOTable/v1.3"))
                .isEmpty();
        assertThat(Program.votlint(file)).isEqualTo(new Program.Outcome(0, ""));
        Golden.matches(
                "votable/awkward." + name + ".astropy.txt",
                Program.astropy(SCRIPT, file).output());
        Golden.matches(
                "votable/awkward." + name + ".stil.csv", Program.stil(file).output());
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

    private static TupleRows awkwardRows() {
        return new TupleRows(
                        TupleRows.field("b", WireType.BOOLEAN),
                        TupleRows.field("h", WireType.SHORT),
                        TupleRows.field("i", WireType.INT),
                        TupleRows.field("l", WireType.LONG),
                        TupleRows.field("f", WireType.FLOAT),
                        TupleRows.field("d", WireType.DOUBLE),
                        TupleRows.field("s", WireType.TEXT),
                        TupleRows.field("t", WireType.TIMESTAMP))
                .row(true, -32768, Integer.MIN_VALUE, Long.MIN_VALUE, Float.NaN, Double.NaN, "", Instant.EPOCH)
                .row(
                        false,
                        32767,
                        Integer.MAX_VALUE,
                        Long.MAX_VALUE,
                        1e38f,
                        1e-300,
                        "]]>",
                        Instant.parse("2026-11-22T23:59:59.000001Z"))
                .row(null, null, null, null, null, null, null, null)
                .row(
                        true,
                        0,
                        0,
                        0,
                        Float.POSITIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        "<&>\"'",
                        Instant.parse("1858-11-17T00:00:00Z"))
                .row(
                        false,
                        1,
                        1,
                        1,
                        Float.NEGATIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        "a\tb\nc\rd\u0001\uFFFE",
                        Instant.parse("2000-02-29T12:00:00.5Z"))
                .row(true, 2, 2, 2, 0.1f, -0.0, "héé 🫏 ∑", Instant.parse("1999-12-31T23:59:59.999Z"));
    }
}
