package org.dapple.dali.votable;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import org.dapple.dali.text.TextOutput;

/**
 * Bytes as base64 (RFC 4648 §4), encoded block by block, since the JDK's encoder is vectorised over whole arrays; each
 * block is a line.
 */
final class Base64Output {

    /** A multiple of 3, so that only the last block is padded. */
    private static final int BLOCK = 48 * 1024;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** The bit of each of four bytes that no ASCII character has. */
    private static final int NOT_ASCII = 0x80808080;

    private final TextOutput out;
    private final byte[] block = new byte[BLOCK];
    private final byte[] line = new byte[BLOCK / 3 * 4 + 1];
    private int size;

    Base64Output(TextOutput out) {
        this.out = out;
    }

    void put(int b) throws IOException {
        block[size++] = (byte) b;
        if (size == BLOCK) {
            drain(block);
        }
    }

    void put(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            int part = Math.min(end - from, BLOCK - size);
            System.arraycopy(bytes, from, block, size, part);
            size += part;
            from += part;
            if (size == BLOCK) {
                drain(block);
            }
        }
    }

    /**
     * Writes ASCII text as UTF-16 behind its length, if it is ASCII and has room in the present block.
     *
     * @return whether it was written; if not, nothing was
     */
    boolean putWide(byte[] text, int offset, int length) {
        int at = size + Integer.BYTES;
        if (2 * length >= BLOCK - at) {
            return false;
        }
        int i = offset;
        int end = offset + length;
        for (; i <= end - Integer.BYTES; i += Integer.BYTES, at += Long.BYTES) {
            int four = (int) INT.get(text, i);
            if ((four & NOT_ASCII) != 0) {
                return false;
            }
            LONG.set(block, at, widened(four));
        }
        for (; i < end; i++, at += 2) {
            if (text[i] < 0) {
                return false;
            }
            block[at] = 0;
            block[at + 1] = text[i];
        }
        INT.set(block, size, length);
        size = at;
        return true;
    }

    /** Writes zero bytes. */
    void zeros(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            put(0);
        }
    }

    /** Writes four bytes, big-endian. */
    void putInt(int value) throws IOException {
        if (BLOCK - size > Integer.BYTES) {
            INT.set(block, size, value);
            size += Integer.BYTES;
        } else {
            for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                put(value >>> shift);
            }
        }
    }

    /** Writes eight bytes, big-endian. */
    void putLong(long value) throws IOException {
        if (BLOCK - size > Long.BYTES) {
            LONG.set(block, size, value);
            size += Long.BYTES;
        } else {
            putInt((int) (value >>> Integer.SIZE));
            putInt((int) value);
        }
    }

    /** Hands on all but the one or two bytes that base64 cannot end on. */
    void flush() throws IOException {
        int left = size % 3;
        byte[] whole = Arrays.copyOf(block, size - left);
        System.arraycopy(block, size - left, block, 0, left);
        drain(whole);
        size = left;
    }

    /** Encodes what is left, with padding; nothing can be written after it. */
    void finish() throws IOException {
        drain(Arrays.copyOf(block, size));
    }

    /** Four bytes, each behind a zero. */
    private static long widened(int four) {
        long pairs = (four | (long) four << 16) & 0x0000FFFF0000FFFFL;
        return (pairs | pairs << 8) & 0x00FF00FF00FF00FFL;
    }

    private void drain(byte[] full) throws IOException {
        int length = Base64.getEncoder().encode(full, line);
        line[length] = '\n';
        out.put(line, 0, length + 1);
        size = 0;
    }
}
