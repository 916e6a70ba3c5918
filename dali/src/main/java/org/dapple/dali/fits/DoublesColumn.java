package org.dapple.dali.fits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Arrays of doubles that come as text separated by blanks, as many as the longest one has, the others filled with NaN. */
final class DoublesColumn implements FitsColumn {

    private int count = 1;

    @Override
    public void measure(byte[] bytes, int offset, int length) {
        int numbers = 1;
        for (int i = offset; i < offset + length; i++) {
            numbers += bytes[i] == ' ' ? 1 : 0;
        }
        count = Math.max(count, numbers);
    }

    @Override
    public void measureNull() {}

    @Override
    public String form() {
        return count + "D";
    }

    @Override
    public int width() {
        return count * Double.BYTES;
    }

    @Override
    public void write(byte[] bytes, int offset, int length, byte[] row, int at) {
        String[] numbers = new String(bytes, offset, length, StandardCharsets.US_ASCII).split(" ", -1);
        ByteBuffer cell = ByteBuffer.wrap(row, at, width());
        for (int i = 0; i < count; i++) {
            cell.putDouble(i < numbers.length ? Double.parseDouble(numbers[i]) : Double.NaN);
        }
    }

    @Override
    public void writeNull(byte[] row, int at) {
        ByteBuffer cell = ByteBuffer.wrap(row, at, width());
        for (int i = 0; i < count; i++) {
            cell.putDouble(Double.NaN);
        }
    }
}
