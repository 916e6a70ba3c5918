package org.dapple.dali.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The body of a response, compressed or not as is decided at its first byte. */
final class GzipBody extends ServletOutputStream {

    private static final int BUFFER = 16 * 1024;

    private final ServletOutputStream plain;
    private final BooleanSupplier compressed;
    private OutputStream out;

    GzipBody(ServletOutputStream plain, BooleanSupplier compressed) {
        this.plain = plain;
        this.compressed = compressed;
    }

    @Override
    public void write(int b) throws IOException {
        begun().write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        begun().write(bytes, offset, length);
    }

    /** Lets a reader decompress all that was written so far. */
    @Override
    public void flush() throws IOException {
        if (out != null) {
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        plain.close();
    }

    @Override
    public boolean isReady() {
        return plain.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        plain.setWriteListener(listener);
    }

    void finish() throws IOException {
        if (out instanceof FastGzip gzip) {
            gzip.end();
        }
    }

    /** Forgets what was written; nothing of it has left yet. */
    void restart() {
        out = null;
    }

    private OutputStream begun() throws IOException {
        if (out == null) {
            out = compressed.getAsBoolean() ? new FastGzip(plain) : plain;
        }
        return out;
    }

    /** At the lowest level: the rate at which rows come matters more than the last bytes. */
    private static final class FastGzip extends GZIPOutputStream {

        private boolean ended;

        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER, true);
            def.setLevel(Deflater.BEST_SPEED);
        }

        /** Ends the data and gives the deflater's memory back, which is not the JVM's; the stream beneath stays open. */
        void end() throws IOException {
            if (!ended) {
                ended = true;
                finish();
                def.end();
            }
        }
    }
}
