package org.dapple.dali.html;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.table.WireType;
import org.dapple.dali.text.ArrayText;
import org.dapple.dali.text.CellText;
import org.dapple.dali.text.TextOutput;
import org.dapple.dali.xml.XmlText;

/** Rows of the table; a NULL is a cell of class {@code null}, which tells it from an empty string. */
final class HtmlRow {

    private static final CellText CELLS = new CellText("Infinity", "-Infinity");
    private static final byte[] HTTP = "http://".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HTTPS = "https://".getBytes(StandardCharsets.US_ASCII);

    private final WireType[] types;
    private final ArrayText[] arrays;
    private final TextOutput out;

    HtmlRow(List<Field> fields, TextOutput out) {
        this.types = fields.stream().map(Field::wireType).toArray(WireType[]::new);
        this.arrays = fields.stream()
                .map(field -> field.holdsArrays() ? new ArrayText(CELLS, field, "null") : null)
                .toArray(ArrayText[]::new);
        this.out = out;
    }

    void write(RowStream rows) throws IOException {
        out.put("<tr>");
        for (int column = 0; column < types.length; column++) {
            cell(rows, column);
        }
        out.put("</tr>\n");
    }

    private void cell(RowStream rows, int column) throws IOException {
        if (rows.length(column) < 0) {
            out.put("<td class=\"null\"></td>");
        } else if (arrays[column] != null) {
            out.put("<td>");
            arrays[column].write(rows.bytes(), rows.offset(column), out);
            out.put("</td>");
        } else if (types[column] == WireType.TEXT) {
            out.put("<td>");
            text(rows.bytes(), rows.offset(column), rows.length(column));
            out.put("</td>");
        } else {
            out.put(types[column].isNumber() ? "<td class=\"n\">" : "<td>");
            CELLS.write(types[column], rows.bytes(), rows.offset(column), out);
            out.put("</td>");
        }
    }

    /** A text, which is a link where it is a URL. */
    void text(byte[] utf8, int offset, int length) throws IOException {
        if (isLink(utf8, offset, offset + length)) {
            out.put("<a rel=\"noreferrer\" href=\"");
            XmlText.attribute(Arrays.copyOfRange(utf8, offset, offset + length), out);
            out.put("\">");
            XmlText.content(utf8, offset, length, out);
            out.put("</a>");
        } else {
            XmlText.content(utf8, offset, length, out);
        }
    }

    /** Whether it is one URL of http or https; other schemes may run code. */
    private static boolean isLink(byte[] utf8, int offset, int end) {
        if (!startsWith(HTTP, utf8, offset, end) && !startsWith(HTTPS, utf8, offset, end)) {
            return false;
        }
        for (int i = offset; i < end; i++) {
            if (utf8[i] >= 0 && utf8[i] <= ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] prefix, byte[] utf8, int offset, int end) {
        return end - offset > prefix.length
                && Arrays.equals(utf8, offset, offset + prefix.length, prefix, 0, prefix.length);
    }
}
