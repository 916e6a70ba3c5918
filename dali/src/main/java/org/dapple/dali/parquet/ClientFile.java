package org.dapple.dali.parquet;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A stream to a client as the file that Parquet writes; closing the file leaves the stream open. */
final class ClientFile extends PositionOutputStream implements OutputFile {

    private final OutputStream out;
    private long position;
    private boolean abandoned;

    ClientFile(OutputStream out) {
        this.out = out;
    }

    /** Writes nothing more, in particular no footer that would make a part look like the whole. */
    void abandon() {
        abandoned = true;
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return this;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return this;
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    @Override
    public long getPos() {
        return position;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!abandoned) {
            out.write(bytes, offset, length);
        }
        position += length;
    }

    @Override
    public void flush() throws IOException {
        if (!abandoned) {
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
