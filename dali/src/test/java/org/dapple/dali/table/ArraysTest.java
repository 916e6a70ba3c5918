package org.dapple.dali.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.dapple.dali.delimited.DelimitedWriter;
import org.dapple.dali.fits.FitsWriter;
import org.dapple.dali.html.HtmlWriter;
import org.dapple.dali.json.JsonWriter;
import org.dapple.dali.kit.Golden;
import org.dapple.dali.kit.IvoaSchemas;
import org.dapple.dali.kit.Program;
import org.dapple.dali.parquet.ParquetTableWriter;
import org.dapple.dali.plain.PlainTextWriter;
import org.dapple.dali.votable.VOTableWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays in every format, as they are written and as other programs read them: full, NULL, empty, with odd elements and with some that are NULL. */
class ArraysTest {

    private static final String READERS = "src/test/resources/org/dapple/dali/";
    private static final String VOTABLE = "http://www.ivoa.net/xml/VOTable/v1.3";

    @TempDir
    private Path folder;

    private static TupleRows rows() {
        return new TupleRows(
                        array("b", WireType.BOOLEAN, "boolean", "*"),
                        array("h", WireType.SHORT, "short", "*"),
                        array("i", WireType.INT, "int", "3"),
                        array("l", WireType.LONG, "long", "4*"),
                        array("f", WireType.FLOAT, "float", "2x2"),
                        array("d", WireType.DOUBLE, "double", "2x*"),
                        TupleRows.field("n", WireType.INT))
                .row(
                        List.of(true, false),
                        List.of(1, -2, 3),
                        List.of(Integer.MAX_VALUE, -Integer.MAX_VALUE, 0),
                        List.of(Long.MAX_VALUE, -Long.MAX_VALUE),
                        List.of(0.1f, 3.4028235e38f, 1.4e-45f, -0.0f),
                        List.of(0.1, 1e-300, 4.9e-324, 1.7976931348623157e308),
                        1)
                .row(null, null, null, null, null, null, null)
                .row(List.of(), List.of(), List.of(0, 0, 0), List.of(), List.of(1f, 2f, 3f, 4f), List.of(), 3)
                .row(
                        Arrays.asList(true, null, false),
                        Arrays.asList((Object) null),
                        Arrays.asList(1, null, 3),
                        Arrays.asList(null, null, 7L),
                        Arrays.asList(null, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY),
                        Arrays.asList(Double.NaN, null, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                        4);
    }

    private static Field array(String name, WireType type, String datatype, String arraysize) {
        return new Field(name, type, datatype, arraysize, null, null, null, null, null);
    }

    static List<Arguments> texts() {
        return List.of(
                Arguments.of("csv", DelimitedWriter.csv(true)),
                Arguments.of("tsv", DelimitedWriter.tsv()),
                Arguments.of("json", new JsonWriter()),
                Arguments.of("txt", new PlainTextWriter()),
                Arguments.of("html", new HtmlWriter()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void textsAreAsTheyWere(String name, ResultWriter writer) throws IOException {
        Golden.matches("arrays/arrays." + name, new String(written(writer, rows()), StandardCharsets.UTF_8));
    }

    static List<Arguments> serializations() {
        return List.of(
                Arguments.of("tabledata", VOTableWriter.tableData()),
                Arguments.of("binary", VOTableWriter.binary()),
                Arguments.of("binary2", VOTableWriter.binary2()));
    }

    /** Without votlint, which in version 3.4.7 does not read the numbers of a variable array in a binary stream. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("serializations")
    void votablesAreRead(String name, VOTableWriter writer) throws Exception {
        byte[] document = written(writer, rows());
        Golden.matches("arrays/" + name + ".xml", new String(document, StandardCharsets.UTF_8));
        assertThat(IvoaSchemas.problems(new String(document, StandardCharsets.UTF_8), VOTABLE))
                .isEmpty();
        String file = Files.write(folder.resolve("arrays.xml"), document).toString();
        Golden.matches(
                "arrays/" + name + ".astropy.txt",
                Program.astropy(READERS + "votable/read_votable.py", file).output());
        Golden.matches("arrays/" + name + ".stil.csv", Program.stil(file).output());
    }

    @Test
    void fitsIsRead() throws IOException {
        String file = Files.write(folder.resolve("arrays.fits"), written(new FitsWriter(), rows()))
                .toString();
        Golden.matches(
                "arrays/fits.astropy.txt",
                Program.astropy(READERS + "fits/read_fits.py", file).output());
        Golden.matches("arrays/fits.stil.csv", Program.stil("fits", file).output());
    }

    @Test
    void parquetIsRead() throws IOException {
        InputFile file =
                new LocalInputFile(Files.write(folder.resolve("a.parquet"), written(new ParquetTableWriter(), rows())));
        StringBuilder read = new StringBuilder();
        try (ParquetReader<Group> reader = groups(file)) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                read.append(row).append('\n');
            }
        }
        Golden.matches("arrays/parquet.txt", read.toString());
    }

    private static ParquetReader<Group> groups(InputFile file) throws IOException {
        return new ParquetReader.Builder<Group>(file, new PlainParquetConfiguration()) {
            @Override
            protected ReadSupport<Group> getReadSupport() {
                return new GroupReadSupport();
            }
        }.build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *   | 1,-2147483648 | Column a holds an array with the number -2147483648, which stands for NULL in arrays in a VOTable; ask for JSON, Parquet or FITS.
            3   | 1,2           | Column a holds an array of 2 elements, which its arraysize 3 in TAP_SCHEMA does not allow; ask for CSV, JSON, Parquet or FITS.
            2x2 | 1,2,3,4,5     | Column a holds an array of 5 elements, which its arraysize 2x2 in TAP_SCHEMA does not allow; ask for CSV, JSON, Parquet or FITS.
            """)
    void whatAVOTableCannotTellIsAFault(String arraysize, String numbers, String message) throws IOException {
        for (Arguments serialization : serializations()) {
            TupleRows rows = new TupleRows(
                            array("a", WireType.INT, "int", arraysize), TupleRows.field("n", WireType.INT))
                    .row(null, 1)
                    .row(Arrays.stream(numbers.split(",")).map(Integer::valueOf).toList(), 2);
            ResultSummary summary = ((ResultWriter) serialization.get()[1])
                    .write(new ResultHead(List.of(), 9), rows, new ByteArrayOutputStream());
            assertThat(summary.fault())
                    .hasValueSatisfying(fault -> assertThat(fault).hasMessage(message));
        }
    }

    private static byte[] written(ResultWriter writer, TupleRows rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultSummary summary = writer.write(new ResultHead(List.of(), 100), rows, out);
        assertThat(summary.rows()).isEqualTo(4);
        return out.toByteArray();
    }
}
