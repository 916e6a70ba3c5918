package org.dapple.dali.xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.dapple.dali.text.TextOutput;

/**
 * UTF-8 text as XML 1.0 content or as an attribute value in double quotes. Characters that XML 1.0 cannot hold (§2.2) are
 * replaced by U+FFFD; a carriage return is written as a reference, since a parser would turn it into a line feed.
 */
public final class XmlText {

    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    /** What replaces U+FFFE and U+FFFF, two of the characters that begin with the byte EF. */
    private static final byte[] NON_CHARACTER = REPLACEMENT.clone();

    private static final byte[][] IN_CONTENT = inContent();
    private static final byte[][] IN_ATTRIBUTE = inAttribute();
    /** ASCII characters that content has as they are. */
    private static final boolean[] PLAIN = plain();

    private XmlText() {}

    /** Writes text between tags. */
    public static void content(byte[] utf8, int offset, int length, TextOutput out) throws IOException {
        write(utf8, offset, length, IN_CONTENT, out);
    }

    /** Writes text between tags; most text is written as it is. */
    public static void content(String text, TextOutput out) throws IOException {
        int written = out.leading(text, PLAIN);
        if (written < text.length()) {
            byte[] rest = text.substring(written).getBytes(StandardCharsets.UTF_8);
            content(rest, 0, rest.length, out);
        }
    }

    /** Writes text between double quotes. */
    public static void attribute(byte[] utf8, TextOutput out) throws IOException {
        write(utf8, 0, utf8.length, IN_ATTRIBUTE, out);
    }

    private static void write(byte[] utf8, int offset, int length, byte[][] replacements, TextOutput out)
            throws IOException {
        int end = offset + length;
        int from = offset;
        for (int i = offset; i < end; i++) {
            byte[] replacement = replacements[utf8[i] & 0xFF];
            if (replacement == null || (replacement == NON_CHARACTER && !isNonCharacter(utf8, i, end))) {
                continue;
            }
            out.put(utf8, from, i - from);
            out.put(replacement);
            i += replacement == NON_CHARACTER ? 2 : 0;
            from = i + 1;
        }
        out.put(utf8, from, end - from);
    }

    private static boolean isNonCharacter(byte[] utf8, int i, int end) {
        return i + 2 < end && utf8[i + 1] == (byte) 0xBF && (utf8[i + 2] & 0xFE) == 0xBE;
    }

    private static byte[][] inContent() {
        byte[][] table = new byte[256][];
        for (int control = 0; control < ' '; control++) {
            table[control] = REPLACEMENT;
        }
        table[0xEF] = NON_CHARACTER;
        table['\t'] = null;
        table['\n'] = null;
        table['\r'] = ascii("&#13;");
        table['&'] = ascii("&amp;");
        table['<'] = ascii("&lt;");
        table['>'] = ascii("&gt;");
        return table;
    }

    private static byte[][] inAttribute() {
        byte[][] table = inContent();
        table['\t'] = ascii("&#9;");
        table['\n'] = ascii("&#10;");
        table['"'] = ascii("&quot;");
        return table;
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[0x80];
        for (int character = 0; character < plain.length; character++) {
            plain[character] = IN_CONTENT[character] == null;
        }
        return plain;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
