package org.dapple.dali.delimited;

import java.io.IOException;
import org.dapple.dali.text.TextOutput;

/** RFC 4180: a cell with a comma, quote or line end stands in quotes, quotes within are doubled. */
final class CommaDialect implements Dialect {

    @Override
    public char delimiter() {
        return ',';
    }

    @Override
    public void text(byte[] utf8, int offset, int length, TextOutput out) throws IOException {
        if (length == 0 || needsQuotes(utf8, offset, length)) {
            quoted(utf8, offset, length, out);
        } else {
            out.put(utf8, offset, length);
        }
    }

    private static boolean needsQuotes(byte[] utf8, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            byte b = utf8[i];
            if (b == ',' || b == '"' || b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    private static void quoted(byte[] utf8, int offset, int length, TextOutput out) throws IOException {
        out.put('"');
        for (int i = offset; i < offset + length; i++) {
            if (utf8[i] == '"') {
                out.put('"');
            }
            out.put(utf8[i]);
        }
        out.put('"');
    }
}
