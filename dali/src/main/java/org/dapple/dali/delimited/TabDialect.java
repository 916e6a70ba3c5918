package org.dapple.dali.delimited;

import java.io.IOException;
import org.dapple.dali.text.TextOutput;

/** Tab-separated values, which know no quotes: tabs and line ends become spaces. */
final class TabDialect implements Dialect {

    @Override
    public char delimiter() {
        return '\t';
    }

    @Override
    public void text(byte[] utf8, int offset, int length, TextOutput out) throws IOException {
        int end = offset + length;
        int from = offset;
        for (int i = offset; i < end; i++) {
            if (utf8[i] == '\t' || utf8[i] == '\n' || utf8[i] == '\r') {
                out.put(utf8, from, i - from);
                out.put(' ');
                from = i + 1;
            }
        }
        out.put(utf8, from, end - from);
    }
}
