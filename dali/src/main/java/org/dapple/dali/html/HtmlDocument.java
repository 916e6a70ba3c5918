package org.dapple.dali.html;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.Info;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.RowDocument;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.text.TextOutput;
import org.dapple.dali.xml.XmlText;

/** One page. */
final class HtmlDocument implements RowDocument {

    private static final String QUERY = "query";

    private final PageParts parts;
    private final ResultHead head;
    private final List<Field> fields;
    private final HtmlRow row;
    private final TextOutput out;

    HtmlDocument(PageParts parts, ResultHead head, List<Field> fields, TextOutput out) {
        this.parts = parts;
        this.head = head;
        this.fields = fields;
        this.row = new HtmlRow(fields, out);
        this.out = out;
    }

    @Override
    public void open() throws IOException {
        out.put("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Query result</title>
                <style>%s</style>
                </head>
                <body>
                <h1>Query result</h1>
                """.formatted(parts.policy(), parts.style()));
        infos();
        out.put("<table>\n<thead>\n<tr>\n");
        for (Field field : fields) {
            heading(field);
        }
        out.put("</tr>\n</thead>\n<tbody>\n");
    }

    @Override
    public void row(RowStream rows) throws IOException {
        row.write(rows);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close(ResultSummary summary) throws IOException {
        Info status = summary.queryStatus();
        out.put("</tbody>\n</table>\n<p class=\"%s\">".formatted(status.value()));
        out.put(summary.rows() == 1 ? "1 row." : summary.rows() + " rows.");
        content(status.text() == null ? "" : " " + status.text());
        out.put("</p>\n<script>%s</script>\n</body>\n</html>\n".formatted(parts.script()));
        out.flush();
    }

    /** The query for all to see, whatever else there is for those who open it. */
    private void infos() throws IOException {
        for (Info info : head.infos()) {
            if (info.name().equals(QUERY)) {
                out.put("<pre>");
                content(info.value());
                out.put("</pre>\n");
            }
        }
        out.put("<details>\n<summary>How this result came to be</summary>\n<dl>\n");
        for (Info info : head.infos()) {
            if (!info.name().equals(QUERY)) {
                info(info);
            }
        }
        out.put("</dl>\n</details>\n");
    }

    private void info(Info info) throws IOException {
        out.put("<dt>");
        content(info.name());
        out.put("</dt><dd>");
        byte[] value = info.value().getBytes(StandardCharsets.UTF_8);
        row.text(value, 0, value.length);
        if (info.text() != null) {
            out.put("<br>");
            content(info.text());
        }
        out.put("</dd>\n");
    }

    private void heading(Field field) throws IOException {
        String tip = Stream.of(field.description(), field.unit(), field.ucd())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        out.put("<th scope=\"col\"");
        attribute("title", tip);
        attribute("data-unit", Objects.requireNonNullElse(field.unit(), ""));
        out.put("><button>");
        content(field.name());
        out.put("</button></th>\n");
    }

    private void attribute(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            out.put(" " + name + "=\"");
            XmlText.attribute(value.getBytes(StandardCharsets.UTF_8), out);
            out.put('"');
        }
    }

    private void content(String text) throws IOException {
        XmlText.content(text, out);
    }
}
