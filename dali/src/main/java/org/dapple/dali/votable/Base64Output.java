package org.dapple.dali.votable;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import org.dapple.dali.text.TextOutput;

/**
 * Bytes as base64 (RFC 4648 §4), encoded block by block, since the JDK's encoder is vectorised over whole arrays; each
 * block is a line.
 */
final class Base64Output {

    /** A multiple of 3, so that only the last block is padded. */
    private static final int BLOCK = 24 * 1024;

    private final TextOutput out;
    private final byte[] block = new byte[BLOCK];
    private final byte[] encoded = new byte[BLOCK / 3 * 4];
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

    /** Writes ASCII as UTF-16. */
    void widened(byte[] ascii, int offset, int length) throws IOException {
        if (2 * length < BLOCK - size) {
            for (int i = offset; i < offset + length; i++) {
                block[size] = 0;
                block[size + 1] = ascii[i];
                size += 2;
            }
        } else {
            for (int i = offset; i < offset + length; i++) {
                put(0);
                put(ascii[i]);
            }
        }
    }

    /** Writes zero bytes. */
    void zeros(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            put(0);
        }
    }

    /** Writes four bytes, big-endian. */
    void integer(int value) throws IOException {
        put(value >>> 24);
        put(value >>> 16);
        put(value >>> 8);
        put(value);
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

    private void drain(byte[] full) throws IOException {
        int length = Base64.getEncoder().encode(full, encoded);
        out.put(encoded, 0, length);
        out.put('\n');
        size = 0;
    }
}
