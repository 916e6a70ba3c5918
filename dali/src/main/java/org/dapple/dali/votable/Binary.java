package org.dapple.dali.votable;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * Rows as base64 of their bytes (VOTable 1.4 §5.3, §5.4). In BINARY2 a mask of its NULLs stands before each row; in BINARY
 * a NULL is known by its value: the declared one of whole numbers, NaN, a question mark, or no characters, so that there
 * an empty string reads like a NULL.
 */
final class Binary implements Serialization {

    private final String element;
    private final BinaryCell[] cells;
    private final byte[] mask;
    private final XmlOutput xml;
    private final Base64Output bytes;

    Binary(String element, boolean masked, List<Field> fields, XmlOutput xml) {
        this.element = element;
        this.xml = xml;
        bytes = new Base64Output(xml.bytes());
        cells = fields.stream().map(BinaryCell::of).toArray(BinaryCell[]::new);
        mask = new byte[masked ? (cells.length + 7) / 8 : 0];
    }

    @Override
    public void open() throws IOException {
        xml.open(element);
        xml.open("STREAM", Attributes.of("encoding", "base64"));
    }

    @Override
    public void row(RowStream rows) throws IOException {
        if (mask.length > 0) {
            mask(rows);
            bytes.put(mask, 0, mask.length);
        }
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
        xml.close(element);
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
