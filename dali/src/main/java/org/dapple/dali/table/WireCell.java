package org.dapple.dali.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads cells of a tuple where they lie; see {@link WireType} for their forms. */
public final class WireCell {

    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);

    private WireCell() {}

    /** A {@link WireType#BOOLEAN}. */
    public static boolean booleanAt(byte[] bytes, int offset) {
        return bytes[offset] != 0;
    }

    /** A {@link WireType#SHORT}. */
    public static short shortAt(byte[] bytes, int offset) {
        return (short) SHORT.get(bytes, offset);
    }

    /** A {@link WireType#INT}. */
    public static int intAt(byte[] bytes, int offset) {
        return (int) INT.get(bytes, offset);
    }

    /** A {@link WireType#LONG}, or a {@link WireType#TIMESTAMP} in microseconds since 2000-01-01T00:00:00 UTC. */
    public static long longAt(byte[] bytes, int offset) {
        return (long) LONG.get(bytes, offset);
    }

    /** A {@link WireType#FLOAT}. */
    public static float floatAt(byte[] bytes, int offset) {
        return Float.intBitsToFloat(intAt(bytes, offset));
    }

    /** A {@link WireType#DOUBLE}. */
    public static double doubleAt(byte[] bytes, int offset) {
        return Double.longBitsToDouble(longAt(bytes, offset));
    }

    private static VarHandle view(Class<?> arrayType) {
        return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.BIG_ENDIAN);
    }
}
