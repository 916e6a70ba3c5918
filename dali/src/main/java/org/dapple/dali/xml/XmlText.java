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
    private static final byte[][] IN_CONTENT = inContent();
    private static final byte[][] IN_ATTRIBUTE = inAttribute();
    /** First byte of U+F000 to U+FFFF, among which are the two non-characters U+FFFE and U+FFFF. */
    private static final byte LEADS_NON_CHARACTERS = (byte) 0xEF;

    private XmlText() {}

    /** Writes text between tags. */
    public static void content(byte[] utf8, int offset, int length, TextOutput out) throws IOException {
        write(utf8, offset, length, IN_CONTENT, out);
    }

    static void attribute(byte[] utf8, TextOutput out) throws IOException {
        write(utf8, 0, utf8.length, IN_ATTRIBUTE, out);
    }

    private static void write(byte[] utf8, int offset, int length, byte[][] replacements, TextOutput out)
            throws IOException {
        int end = offset + length;
        int from = offset;
        for (int i = offset; i < end; i++) {
            byte[] replacement = replacement(utf8, i, end, replacements);
            if (replacement != null) {
                out.put(utf8, from, i - from);
                out.put(replacement);
                i += utf8[i] == LEADS_NON_CHARACTERS ? 2 : 0;
                from = i + 1;
            }
        }
        out.put(utf8, from, end - from);
    }

    private static byte[] replacement(byte[] utf8, int i, int end, byte[][] replacements) {
        byte b = utf8[i];
        if (b >= 0) {
            return replacements[b];
        }
        return b == LEADS_NON_CHARACTERS && isNonCharacter(utf8, i, end) ? REPLACEMENT : null;
    }

    private static boolean isNonCharacter(byte[] utf8, int i, int end) {
        return i + 2 < end && utf8[i + 1] == (byte) 0xBF && (utf8[i + 2] & 0xFE) == 0xBE;
    }

    private static byte[][] inContent() {
        byte[][] table = new byte[128][];
        for (int control = 0; control < ' '; control++) {
            table[control] = REPLACEMENT;
        }
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

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
