package org.dapple.dali.votable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Doubles that come as text, separated by blanks, as DALI writes points, circles and polygons (DALI 1.1 §3.3): behind
 * their number where the arraysize is variable.
 *
 * @param arraysize number of doubles, or -1 where it is variable
 */
record DoublesCell(int arraysize) implements BinaryCell {

    static DoublesCell of(String arraysize) {
        return new DoublesCell(arraysize.endsWith("*") ? -1 : Integer.parseInt(arraysize));
    }

    @Override
    public void write(byte[] bytes, int offset, int length, Base64Output out) throws IOException {
        String[] numbers = new String(bytes, offset, length, StandardCharsets.US_ASCII).split(" ", -1);
        if (arraysize < 0) {
            out.putInt(numbers.length);
        }
        for (String number : numbers) {
            real(Double.parseDouble(number), out);
        }
    }

    @Override
    public void writeNull(Base64Output out) throws IOException {
        if (arraysize < 0) {
            out.putInt(0);
        }
        for (int i = 0; i < arraysize; i++) {
            real(Double.NaN, out);
        }
    }

    private static void real(double value, Base64Output out) throws IOException {
        out.putLong(Double.doubleToLongBits(value));
    }
}
