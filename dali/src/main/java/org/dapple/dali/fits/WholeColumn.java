package org.dapple.dali.fits;

import java.util.OptionalLong;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.table.WireCell;

/** Whole numbers as they lie on the wire; NULL is the least number of the type that the column does not hold. */
final class WholeColumn implements FitsColumn {

    private final String name;
    private final String letter;
    private final int size;
    private final long least;
    private boolean hasNull;
    /** Which of the 64 least numbers occur: bit n stands for {@code least + n}. */
    private long occurring;

    WholeColumn(String name, String letter, int size) {
        this.name = name;
        this.letter = letter;
        this.size = size;
        this.least = Long.MIN_VALUE >> (Long.SIZE - Byte.SIZE * size);
    }

    @Override
    public void measure(byte[] bytes, int offset, int length) {
        long aboveLeast = valueAt(bytes, offset) - least;
        if (aboveLeast >= 0 && aboveLeast < Long.SIZE) {
            occurring |= 1L << aboveLeast;
        }
    }

    @Override
    public void measureNull() {
        hasNull = true;
    }

    @Override
    public String form() {
        return letter;
    }

    @Override
    public int width() {
        return size;
    }

    /** @throws ServiceFault when all the numbers that could stand for NULL occur */
    @Override
    public OptionalLong nullValue() {
        if (!hasNull) {
            return OptionalLong.empty();
        }
        if (occurring == -1L) {
            throw ServiceFault.usage(
                    "Column %s has NULLs and all of the least numbers of its type, of which FITS needs one for NULL; ask for VOTable."
                            .formatted(name));
        }
        return OptionalLong.of(least + Long.numberOfTrailingZeros(~occurring));
    }

    @Override
    public void write(byte[] bytes, int offset, int length, byte[] row, int at) {
        System.arraycopy(bytes, offset, row, at, size);
    }

    @Override
    public void writeNull(byte[] row, int at) {
        long value = nullValue().orElseThrow();
        for (int i = size - 1; i >= 0; i--) {
            row[at + i] = (byte) value;
            value >>= Byte.SIZE;
        }
    }

    private long valueAt(byte[] bytes, int offset) {
        return switch (size) {
            case Short.BYTES -> WireCell.shortAt(bytes, offset);
            case Integer.BYTES -> WireCell.intAt(bytes, offset);
            default -> WireCell.longAt(bytes, offset);
        };
    }
}
