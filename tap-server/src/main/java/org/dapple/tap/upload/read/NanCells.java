package org.dapple.tap.upload.read;

import java.util.BitSet;
import org.dapple.adql.catalog.AdqlType;

/** Which cells of a row of TABLEDATA say NaN: STIL reads these as null, as it reads empty ones (VOTable 1.4 §5.1). */
final class NanCells implements Absence {

    private static final String NAN = "NaN";

    private final BitSet nans = new BitSet();
    private final StringBuilder cell = new StringBuilder();
    private int column;

    @Override
    public Object told(int place, AdqlType type, Object value) {
        if (value != null || !nans.get(place)) {
            return value;
        }
        return switch (type) {
            case REAL -> Float.NaN;
            case DOUBLE -> Double.NaN;
            default -> null;
        };
    }

    void beginRow() {
        nans.clear();
        column = -1;
    }

    void beginCell() {
        column++;
        cell.setLength(0);
    }

    /** Text of the present cell, of which no more is looked at than it takes. */
    void characters(char[] text, int start, int length) {
        for (int i = start; i < start + length && cell.length() <= NAN.length(); i++) {
            if (!Character.isWhitespace(text[i])) {
                cell.append(text[i]);
            }
        }
    }

    void endCell() {
        nans.set(column, NAN.contentEquals(cell));
    }
}
