package org.dapple.tap.client;

import java.io.IOException;
import java.io.OutputStream;

/** Keeps the time that the receiver takes. */
final class TimedOutput extends OutputStream {

    private final OutputStream out;
    private final SendingTime time;

    TimedOutput(OutputStream out, SendingTime time) {
        this.out = out;
        this.time = time;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        time.begin();
        try {
            out.write(bytes, offset, length);
        } finally {
            time.end();
        }
    }

    @Override
    public void flush() throws IOException {
        time.begin();
        try {
            out.flush();
        } finally {
            time.end();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
