package org.dapple.dali.votable;

import java.io.IOException;
import org.dapple.dali.table.WireArray;

/**
 * Arrays: their elements, behind their number where the arraysize is variable (VOTable 1.4 §5.3). No mask tells of elements that are NULL: for these stands
 * what stands for NULL in a column of their type.
 *
 * @param element how each element lies
 * @param arraysize number of elements, which all arrays have, or {@link #VARIABLE}
 */
record ArrayCell(BinaryCell element, int arraysize) implements BinaryCell {

    static final int VARIABLE = -1;

    @Override
    public void write(byte[] bytes, int offset, int length, Base64Output out) throws IOException {
        int count = WireArray.count(bytes, offset);
        if (arraysize == VARIABLE) {
            out.putInt(count);
        }
        int at = WireArray.first(bytes, offset);
        for (int left = count; left > 0; left--) {
            int size = WireArray.length(bytes, at);
            if (size < 0) {
                element.writeNull(out);
            } else {
                element.write(bytes, WireArray.value(at), size, out);
            }
            at = WireArray.next(bytes, at);
        }
    }

    @Override
    public void writeNull(Base64Output out) throws IOException {
        if (arraysize == VARIABLE) {
            out.putInt(0);
        }
        for (int left = arraysize; left > 0; left--) {
            element.writeNull(out);
        }
    }
}
