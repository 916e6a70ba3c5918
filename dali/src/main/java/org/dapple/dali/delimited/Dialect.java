package org.dapple.dali.delimited;

import java.io.IOException;
import org.dapple.dali.text.TextOutput;

/** What sets one delimited format apart from another. */
interface Dialect {

    /** The character between cells. */
    char delimiter();

    /** Writes text so that it stays in its cell; an empty one too, where it can be told from NULL. */
    void text(byte[] utf8, int offset, int length, TextOutput out) throws IOException;
}
