package org.dapple.tap.upload.read;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dapple.adql.catalog.AdqlType;

/**
 * What the cells of a row of TABLEDATA say where STIL has read null: nothing (VOTable 1.4 §5.1), NaN, the number that VALUES
 * declares to be null, or what its column cannot hold.
 */
final class CellTexts implements Absence {

    private static final int LONGEST = 24;
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eEdD][+-]?[0-9]+)?");

    /** Beside nothing: VOTable's sign for a boolean, and what programs write for whatever is not there. */
    private static final Pattern ABSENT = Pattern.compile("(?i)\\??|null|nan");

    private final List<StringBuilder> cells = new ArrayList<>();
    private int column;

    @Override
    public Object told(int place, AdqlType type, Object value) {
        if (value != null || place >= cells.size()) {
            return value;
        }
        String text = cells.get(place).toString();
        return switch (type) {
            case REAL -> text.equals("NaN") ? Float.NaN : nothing(text, isNumber(text), "number");
            case DOUBLE -> text.equals("NaN") ? Double.NaN : nothing(text, isNumber(text), "number");
            case SMALLINT -> nothing(text, isWhole(text, Short.SIZE), "whole number of 16 bits");
            case INTEGER -> nothing(text, isWhole(text, Integer.SIZE), "whole number of 32 bits");
            case BIGINT -> nothing(text, isWhole(text, Long.SIZE), "whole number of 64 bits");
            case BOOLEAN -> nothing(text, false, "truth value, which is true or false");
            default -> null;
        };
    }

    /** Null, for a text that says so, or that was declared to say so: any other value would not have been read as null. */
    private static Object nothing(String text, boolean mayBeDeclared, String right) {
        if (mayBeDeclared || ABSENT.matcher(text).matches()) {
            return null;
        }
        throw new IllegalArgumentException("'%s' is no %s".formatted(text, right));
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static boolean isWhole(String text, int bits) {
        return HEXADECIMAL.matcher(text).matches()
                || (WHOLE.matcher(text).matches() && new BigInteger(text).bitLength() < bits);
    }

    void beginRow() {
        column = -1;
    }

    void beginCell() {
        column++;
        if (column == cells.size()) {
            cells.add(new StringBuilder(LONGEST));
        }
        cells.get(column).setLength(0);
    }

    /** Text of the present cell, of which no more is looked at than any number takes. */
    void characters(char[] text, int start, int length) {
        StringBuilder cell = cells.isEmpty() || column < 0 ? null : cells.get(column);
        for (int i = start; cell != null && i < start + length && cell.length() < LONGEST; i++) {
            if (!Character.isWhitespace(text[i])) {
                cell.append(text[i]);
            }
        }
    }
}
