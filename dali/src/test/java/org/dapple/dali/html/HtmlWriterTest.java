package org.dapple.dali.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.kit.Golden;
import org.dapple.dali.kit.Program;
import org.dapple.dali.table.AwkwardRows;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.Info;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.TupleRows;
import org.dapple.dali.table.WireType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlWriterTest {

    private static final String SCRIPT = "src/test/resources/org/dapple/dali/html/read_html.py";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void awkwardValuesAreRead() throws Exception {
        List<Info> infos = List.of(
                Info.of("query", "SELECT '</dd><script>alert(1)</script>'\nFROM x"),
                new Info("citation", "https://example.org", "Cite <it>"));
        write(new ResultHead(infos, 100), AwkwardRows.all());
        Golden.matches("html/awkward.html", written());
        Path file = Files.write(folder.resolve("awkward.html"), out.toByteArray());
        Golden.matches(
                "html/awkward.python.txt",
                Program.python(SCRIPT, file.toString()).output());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://example.org/a?b=1&c=<d>            | <a rel="noreferrer" href="https://example.org/a?b=1&amp;c=&lt;d&gt;">https://example.org/a?b=1&amp;c=&lt;d&gt;</a>
        http://x/"onclick="alert(1)                | <a rel="noreferrer" href="http://x/&quot;onclick=&quot;alert(1)">http://x/"onclick="alert(1)</a>
        https://                                   | https://
        https://a b                                | https://a b
        javascript:alert(1)                        | javascript:alert(1)
        ftp://example.org/                         | ftp://example.org/
        see https://example.org/                   | see https://example.org/
        """)
    void onlyWholeUrlsOfTheWebAreLinks(String value, String cell) throws IOException {
        write(new ResultHead(List.of(), 9), new TupleRows(TupleRows.field("s", WireType.TEXT)).row(value));
        assertThat(written()).contains("<tr><td>" + cell + "</td></tr>");
    }

    @Test
    void theNameOfAColumnTellsWhatItIs() throws IOException {
        Field field = new Field(
                "s_ra", WireType.DOUBLE, "double", null, null, "deg", "pos.eq.ra", null, "RA of the \"centre\" & <so>");
        write(new ResultHead(List.of(), 9), new TupleRows(field).row(1.5));
        assertThat(written())
                .contains(
                        "<th scope=\"col\" title=\"RA of the &quot;centre&quot; &amp; &lt;so&gt;&#10;deg&#10;pos.eq.ra\"",
                        " data-unit=\"deg\"><button>s_ra</button>");
    }

    @Test
    void thePageTellsOfRowsThatWereCut() throws IOException {
        write(
                new ResultHead(List.of(), 1),
                new TupleRows(TupleRows.field("n", WireType.INT)).row(1).row(2));
        assertThat(written())
                .contains("<p class=\"OVERFLOW\">1 row. The result is cut at MAXREC=1; there are more rows.</p>");
    }

    @Test
    void thePageTellsOfAFault() throws IOException {
        ServiceFault fault = ServiceFault.usage("<division> by zero");
        write(
                new ResultHead(List.of(), 9),
                new TupleRows(TupleRows.field("n", WireType.INT)).row(1).thenFails(fault));
        assertThat(written()).contains("<p class=\"ERROR\">1 row. &lt;division&gt; by zero</p>");
    }

    private void write(ResultHead head, TupleRows rows) throws IOException {
        new HtmlWriter().write(head, rows, out);
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
