package org.dapple.dali.votable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.table.WireType;
import org.dapple.dali.text.ArrayText;
import org.dapple.dali.text.CellText;
import org.dapple.dali.text.TextOutput;
import org.dapple.dali.xml.XmlOutput;
import org.dapple.dali.xml.XmlText;

/**
 * Rows as XML elements (VOTable 1.4 §5.1). NULL is an empty cell whatever its type, which VOTable allows since 1.3.
 *
 * <p>Text stays the char that TAP_SCHEMA declares, also with characters beyond ASCII, as VOTable 1.5 allows: here the
 * encoding is that of the document, and astropy and STIL read them right.
 */
final class TableData implements Serialization {

    private static final byte[] OPEN_ROW = ascii("<TR>");
    private static final byte[] CLOSE_ROW = ascii("</TR>\n");
    private static final byte[] EMPTY_CELL = ascii("<TD/>");
    private static final byte[] OPEN_CELL = ascii("<TD>");
    private static final byte[] CLOSE_CELL = ascii("</TD>");
    private static final CellText CELLS = new CellText("+Inf", "-Inf");

    private final WireType[] types;
    private final ArrayText[] arrays;
    private final XmlOutput xml;
    private final TextOutput out;

    TableData(List<Field> fields, XmlOutput xml) {
        this.xml = xml;
        out = xml.bytes();
        types = fields.stream().map(Field::wireType).toArray(WireType[]::new);
        arrays = fields.stream().map(TableData::array).toArray(ArrayText[]::new);
    }

    @Override
    public void open() throws IOException {
        xml.open("TABLEDATA");
    }

    @Override
    public void row(RowStream rows) throws IOException {
        out.put(OPEN_ROW);
        for (int column = 0; column < types.length; column++) {
            if (rows.length(column) <= 0) {
                out.put(EMPTY_CELL);
            } else {
                out.put(OPEN_CELL);
                cell(rows, column);
                out.put(CLOSE_CELL);
            }
        }
        out.put(CLOSE_ROW);
    }

    /** Nothing is held back. */
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        xml.close("TABLEDATA");
    }

    private void cell(RowStream rows, int column) throws IOException {
        if (arrays[column] != null) {
            arrays[column].write(rows.bytes(), rows.offset(column), out);
        } else if (types[column] == WireType.TEXT) {
            XmlText.content(rows.bytes(), rows.offset(column), rows.length(column), out);
        } else {
            CELLS.write(types[column], rows.bytes(), rows.offset(column), out);
        }
    }

    /** No element of an array may be missing: what stands for it is the same as in binary forms. */
    private static ArrayText array(Field field) {
        if (!field.holdsArrays()) {
            return null;
        }
        String otherwise = field.wireType() == WireType.BOOLEAN ? "?" : "NaN";
        return new ArrayText(
                CELLS,
                field,
                IntegerNull.of(field.wireType())
                        .map(IntegerNull::value)
                        .map(String::valueOf)
                        .orElse(otherwise));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
