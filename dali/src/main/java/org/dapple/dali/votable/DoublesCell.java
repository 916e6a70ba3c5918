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
            out.integer(numbers.length);
        }
        for (String number : numbers) {
            long bits = Double.doubleToLongBits(Double.parseDouble(number));
            out.integer((int) (bits >>> 32));
            out.integer((int) bits);
        }
    }

    @Override
    public void writeNull(Base64Output out) throws IOException {
        out.zeros(arraysize < 0 ? Integer.BYTES : arraysize * Double.BYTES);
    }
}
