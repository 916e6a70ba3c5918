package org.dapple.dali.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.WireArray;
import org.dapple.dali.table.WireType;

/** Arrays as the texts of their elements between blanks, as VOTable has them in TABLEDATA (VOTable 1.4 §5.1). */
public final class ArrayText {

    private final CellText cells;
    private final WireType type;
    private final byte[] nullElement;

    /**
     * Arrays of a field.
     *
     * @param cells how elements are written
     * @param nullElement what stands for an element that is NULL, in ASCII
     */
    public ArrayText(CellText cells, Field field, String nullElement) {
        this.cells = cells;
        this.type = field.wireType();
        this.nullElement = nullElement.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes an array that is not NULL; nothing for one without elements. */
    public void write(byte[] bytes, int offset, TextOutput out) throws IOException {
        int element = WireArray.first(bytes, offset);
        for (int left = WireArray.count(bytes, offset); left > 0; left--) {
            if (WireArray.length(bytes, element) < 0) {
                out.put(nullElement);
            } else {
                cells.write(type, bytes, WireArray.value(element), out);
            }
            if (left > 1) {
                out.put(' ');
            }
            element = WireArray.next(bytes, element);
        }
    }
}
