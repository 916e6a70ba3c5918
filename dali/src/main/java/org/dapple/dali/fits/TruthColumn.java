package org.dapple.dali.fits;

import org.dapple.dali.table.WireCell;

/** The letters T and F, and a zero byte for NULL. */
final class TruthColumn implements FitsColumn {

    @Override
    public void measure(byte[] bytes, int offset, int length) {}

    @Override
    public void measureNull() {}

    @Override
    public String form() {
        return "L";
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void write(byte[] bytes, int offset, int length, byte[] row, int at) {
        row[at] = (byte) (WireCell.booleanAt(bytes, offset) ? 'T' : 'F');
    }

    @Override
    public void writeNull(byte[] row, int at) {
        row[at] = 0;
    }
}
