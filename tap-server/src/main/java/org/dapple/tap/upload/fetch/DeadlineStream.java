package org.dapple.tap.upload.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;

/** A stream that must have ended at some time: the time limit of a socket starts anew with every byte of a slow server. */
final class DeadlineStream extends FilterInputStream {

    private final long started = System.nanoTime();
    private final long longest;

    DeadlineStream(InputStream in, Duration longest) {
        super(in);
        this.longest = longest.toNanos();
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        check();
        return super.read(bytes, offset, length);
    }

    private void check() throws IOException {
        if (System.nanoTime() - started > longest) {
            throw new InterruptedIOException("the answer takes too long");
        }
    }
}
