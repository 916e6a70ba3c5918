package org.dapple.tap.job.result;

import java.io.IOException;
import java.io.OutputStream;

/** A result that is being written; closed without a commit it leaves nothing. */
public interface ResultDraft extends AutoCloseable {

    /** Where to write, always the same stream. */
    OutputStream out();

    /**
     * Makes the result visible, whole and on disk.
     *
     * @return its length in bytes
     */
    long commit() throws IOException;

    @Override
    void close() throws IOException;
}
