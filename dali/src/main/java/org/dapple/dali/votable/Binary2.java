package org.dapple.dali.votable;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.table.WireType;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * Rows as base64 of their bytes, each behind a mask of its NULLs (VOTable 1.4 §5.4).
 *
 * <p>Text is unicodeChar here, though it costs two bytes a character: the bytes of a char are ASCII until VOTable 1.5, and
 * astropy rejects the whole table for a single other one.
 */
final class Binary2 implements Serialization {

    private final BinaryCell[] cells;
    private final byte[] mask;
    private final XmlOutput xml;
    private final Base64Output bytes;

    Binary2(List<Field> fields, XmlOutput xml) {
        this.xml = xml;
        bytes = new Base64Output(xml.bytes());
        cells = fields.stream().map(BinaryCell::of).toArray(BinaryCell[]::new);
        mask = new byte[(cells.length + 7) / 8];
    }

    /**
     * A field as it is declared for these rows. A bounded variable arraysize such as {@code 64*} becomes {@code *}, since
     * astropy before 7.1 takes the bound for a fixed length.
     */
    static Field declared(Field field) {
        if (field.wireType() != WireType.TEXT || field.datatype().equals("double")) {
            return field;
        }
        boolean variable = field.arraysize() != null && field.arraysize().endsWith("*");
        return new Field(
                field.name(),
                field.wireType(),
                "unicodeChar",
                variable ? "*" : field.arraysize(),
                field.xtype(),
                field.unit(),
                field.ucd(),
                field.utype(),
                field.description());
    }

    @Override
    public void open() throws IOException {
        xml.open("BINARY2");
        xml.open("STREAM", Attributes.of("encoding", "base64"));
    }

    @Override
    public void row(RowStream rows) throws IOException {
        mask(rows);
        bytes.put(mask, 0, mask.length);
        for (int column = 0; column < cells.length; column++) {
            if (rows.length(column) < 0) {
                cells[column].writeNull(bytes);
            } else {
                cells[column].write(rows.bytes(), rows.offset(column), rows.length(column), bytes);
            }
        }
    }

    @Override
    public void flush() throws IOException {
        bytes.flush();
    }

    @Override
    public void close() throws IOException {
        bytes.finish();
        xml.close("STREAM");
        xml.close("BINARY2");
    }

    /** The first column is the highest bit of the first byte. */
    private void mask(RowStream rows) {
        Arrays.fill(mask, (byte) 0);
        for (int column = 0; column < cells.length; column++) {
            if (rows.length(column) < 0) {
                mask[column >> 3] |= (byte) (0x80 >> (column & 7));
            }
        }
    }
}
