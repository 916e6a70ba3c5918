package org.dapple.dali.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.dapple.dali.table.WireCell;
import org.dapple.dali.table.WireType;

/** Cells that are not text, as text: formats differ only in what they call the infinities. */
public final class CellText {

    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] NOT_A_NUMBER = ascii("NaN");

    private final byte[] plusInfinity;
    private final byte[] minusInfinity;

    /** Cells with the given words for the infinities. */
    public CellText(String plusInfinity, String minusInfinity) {
        this.plusInfinity = ascii(plusInfinity);
        this.minusInfinity = ascii(minusInfinity);
    }

    /**
     * Writes a cell that is not NULL.
     *
     * @param type any type but {@link WireType#TEXT}
     */
    public void write(WireType type, byte[] bytes, int offset, TextOutput out) throws IOException {
        switch (type) {
            case BOOLEAN -> out.put(WireCell.booleanAt(bytes, offset) ? TRUE : FALSE);
            case SHORT -> out.integer(WireCell.shortAt(bytes, offset));
            case INT -> out.integer(WireCell.intAt(bytes, offset));
            case LONG -> out.integer(WireCell.longAt(bytes, offset));
            case FLOAT -> real(WireCell.floatAt(bytes, offset), out);
            case DOUBLE -> real(WireCell.doubleAt(bytes, offset), out);
            case TIMESTAMP -> out.timestamp(WireCell.longAt(bytes, offset));
            case TEXT -> throw new IllegalArgumentException("text is escaped by its format");
        }
    }

    private void real(double value, TextOutput out) throws IOException {
        if (Double.isFinite(value)) {
            out.real(value);
        } else {
            notFinite(value, out);
        }
    }

    private void real(float value, TextOutput out) throws IOException {
        if (Float.isFinite(value)) {
            out.real(value);
        } else {
            notFinite(value, out);
        }
    }

    private void notFinite(double value, TextOutput out) throws IOException {
        if (Double.isNaN(value)) {
            out.put(NOT_A_NUMBER);
        } else {
            out.put(value > 0 ? plusInfinity : minusInfinity);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
