package org.dapple.dali.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A buffer of UTF-8 in front of a stream, with the text forms of DALI 1.1 §3.3 for numbers and timestamps. */
public final class TextOutput {

    private static final int CAPACITY = 64 * 1024;
    /** Longer than any number or timestamp. */
    private static final int LONGEST_VALUE = 32;

    private final OutputStream out;
    private final byte[] buffer = new byte[CAPACITY];
    private int size;

    /** An empty buffer in front of {@code out}. */
    public TextOutput(OutputStream out) {
        this.out = out;
    }

    /** Writes one byte, that is one ASCII character. */
    public void put(int ascii) throws IOException {
        if (size == CAPACITY) {
            drain();
        }
        buffer[size++] = (byte) ascii;
    }

    /** Writes bytes as they are. */
    public void put(byte[] bytes) throws IOException {
        put(bytes, 0, bytes.length);
    }

    /** Writes a part of an array as it is. */
    public void put(byte[] bytes, int offset, int length) throws IOException {
        if (length > CAPACITY - size) {
            drain();
            if (length >= CAPACITY) {
                out.write(bytes, offset, length);
                return;
            }
        }
        System.arraycopy(bytes, offset, buffer, size, length);
        size += length;
    }

    /** Writes text as UTF-8; a surrogate without its partner becomes a question mark. */
    public void put(String text) throws IOException {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the beginning of a text, up to a character that is not among the given ones.
     *
     * @param characters which ASCII characters to write, by their numbers
     * @return how many characters were written; none of a text longer than the buffer
     */
    public int leading(String text, boolean[] characters) throws IOException {
        int length = text.length();
        if (length > CAPACITY - size) {
            drain();
        }
        int end = length > CAPACITY ? 0 : length;
        int from = size;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= characters.length || !characters[c]) {
                end = i;
            } else {
                buffer[from + i] = (byte) c;
            }
        }
        size += end;
        return end;
    }

    /** Writes a whole number. */
    public void integer(long value) throws IOException {
        reserve();
        size = DecimalText.integer(value, buffer, size);
    }

    /** Writes the shortest decimal that reads back as the same double. The value must be finite. */
    public void real(double value) throws IOException {
        reserve();
        size = DecimalText.real(value, buffer, size);
    }

    /** Writes the shortest decimal that reads back as the same float. The value must be finite. */
    public void real(float value) throws IOException {
        reserve();
        size = DecimalText.real(value, buffer, size);
    }

    /**
     * Writes a timestamp (DALI 1.1 §3.3.3), with as many decimals of the second as it has.
     *
     * @param micros microseconds since 2000-01-01T00:00:00 UTC
     */
    public void timestamp(long micros) throws IOException {
        reserve();
        size = TimestampText.write(micros, buffer, size);
    }

    /** Sends everything on its way. */
    public void flush() throws IOException {
        drain();
        out.flush();
    }

    private void reserve() throws IOException {
        if (CAPACITY - size < LONGEST_VALUE) {
            drain();
        }
    }

    private void drain() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }
}
