package org.dapple.dali.fits;

import java.util.Arrays;
import org.dapple.dali.table.WireCell;
import org.dapple.dali.table.WireType;
import org.dapple.dali.text.TimestampText;

/** Text, or timestamps as DALI writes them, as wide as the longest one and filled with zero bytes. */
final class TextColumn implements FitsColumn {

    private final boolean timestamps;
    private final byte[] timestamp = new byte[TimestampText.LONGEST];
    private int width = 1;
    /** Bytes that the last cell has left in the row, which is always the same array: the others are zeros already. */
    private int used;

    TextColumn(WireType type) {
        this.timestamps = type == WireType.TIMESTAMP;
    }

    @Override
    public void measure(byte[] bytes, int offset, int length) {
        width = Math.max(width, timestamps ? writeTimestamp(bytes, offset) : length);
    }

    @Override
    public void measureNull() {}

    @Override
    public String form() {
        return width + "A";
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public void write(byte[] bytes, int offset, int length, byte[] row, int at) {
        if (timestamps) {
            fill(timestamp, 0, writeTimestamp(bytes, offset), row, at);
        } else {
            fill(bytes, offset, length, row, at);
        }
    }

    @Override
    public void writeNull(byte[] row, int at) {
        fill(row, 0, 0, row, at);
    }

    private int writeTimestamp(byte[] bytes, int offset) {
        return TimestampText.write(WireCell.longAt(bytes, offset), timestamp, 0);
    }

    private void fill(byte[] text, int offset, int length, byte[] row, int at) {
        System.arraycopy(text, offset, row, at, length);
        if (length < used) {
            Arrays.fill(row, at + length, at + used, (byte) 0);
        }
        used = length;
    }
}
