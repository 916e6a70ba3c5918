package org.dapple.dali.votable;

import java.util.Arrays;
import java.util.Optional;
import org.dapple.dali.table.WireType;

/**
 * What stands for NULL in a column of whole numbers: the least number of its type. It has to be declared before the first
 * row, so no value can be chosen that the column is known not to hold, and none is less likely in a measurement or a key.
 *
 * @param value the number
 * @param size bytes of the type
 */
record IntegerNull(long value, int size) {

    /** The one of a type, if it is a type of whole numbers. */
    static Optional<IntegerNull> of(WireType type) {
        return switch (type) {
            case SHORT -> Optional.of(new IntegerNull(Short.MIN_VALUE, Short.BYTES));
            case INT -> Optional.of(new IntegerNull(Integer.MIN_VALUE, Integer.BYTES));
            case LONG -> Optional.of(new IntegerNull(Long.MIN_VALUE, Long.BYTES));
            case BOOLEAN, FLOAT, DOUBLE, TEXT, TIMESTAMP -> Optional.empty();
        };
    }

    /** The number, big-endian: the sign bit and nothing else. */
    byte[] bytes() {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) 0x80;
        return bytes;
    }

    /** Whether a cell that is not NULL holds it. */
    boolean isAt(byte[] bytes, int offset) {
        return bytes[offset] == (byte) 0x80 && Arrays.equals(bytes, offset, offset + size, bytes(), 0, size);
    }
}
