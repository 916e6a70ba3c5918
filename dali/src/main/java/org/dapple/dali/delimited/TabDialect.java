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
        for (int i = offset; i < offset + length; i++) {
            byte b = utf8[i];
            out.put(b == '\t' || b == '\n' || b == '\r' ? ' ' : b);
        }
    }
}
