package org.dapple.dali.votable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Text in a binary stream: behind its length where the arraysize is variable, otherwise cut or filled with zeros to it.
 *
 * @param arraysize number of elements, or {@link #VARIABLE}
 * @param wide whether elements are unicodeChar, two bytes each, instead of char
 */
record Characters(int arraysize, boolean wide) {

    private static final int VARIABLE = -1;

    /**
     * Characters of a column.
     *
     * @param arraysize as VOTable writes it, null for a single character
     * @param wide whether they are unicodeChar
     */
    static Characters of(String arraysize, boolean wide) {
        if (arraysize == null) {
            return new Characters(1, wide);
        }
        return new Characters(arraysize.endsWith("*") ? VARIABLE : Integer.parseInt(arraysize), wide);
    }

    void write(byte[] utf8, int offset, int length, Base64Output out) throws IOException {
        if (!wide) {
            elements(utf8, offset, length, out);
        } else if (arraysize != VARIABLE || !out.putWide(utf8, offset, length)) {
            String text = new String(utf8, offset, length, StandardCharsets.UTF_8);
            elements(text.getBytes(StandardCharsets.UTF_16BE), 0, text.length(), out);
        }
    }

    void writeNull(Base64Output out) throws IOException {
        if (arraysize == VARIABLE) {
            out.putInt(0);
        } else {
            out.zeros(wide ? 2 * arraysize : arraysize);
        }
    }

    private void elements(byte[] bytes, int offset, int count, Base64Output out) throws IOException {
        int size = wide ? 2 : 1;
        if (arraysize == VARIABLE) {
            out.putInt(count);
            out.put(bytes, offset, count * size);
        } else {
            int kept = Math.min(count, arraysize);
            out.put(bytes, offset, kept * size);
            out.zeros((arraysize - kept) * size);
        }
    }
}
