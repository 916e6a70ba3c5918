package org.dapple.dali.fits;

import java.util.Arrays;

/** Floats or doubles as they lie on the wire, and NaN for NULL. */
final class RealColumn implements FitsColumn {

    private final String letter;
    private final int size;

    RealColumn(String letter, int size) {
        this.letter = letter;
        this.size = size;
    }

    @Override
    public void measure(byte[] bytes, int offset, int length) {}

    @Override
    public void measureNull() {}

    @Override
    public String form() {
        return letter;
    }

    @Override
    public int width() {
        return size;
    }

    @Override
    public void write(byte[] bytes, int offset, int length, byte[] row, int at) {
        System.arraycopy(bytes, offset, row, at, size);
    }

    /** All bits set is a NaN, the one that FITS names first (FITS 4.0 appendix E). */
    @Override
    public void writeNull(byte[] row, int at) {
        Arrays.fill(row, at, at + size, (byte) 0xFF);
    }
}
