package org.dapple.dali.fits;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dapple.dali.table.RowStream;

/**
 * Tuples in a temporary file, written once and then read, as often as one likes. Its failures are unchecked: an IOException would be taken
 * for the client's.
 */
final class RowSpool implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final FileChannel file;
    private final OutputStream out;
    private final int columns;
    private final int[] offsets;
    private final int[] lengths;
    private DataInputStream in;
    private byte[] tuple = new byte[BUFFER];

    private RowSpool(FileChannel file, int columns) {
        this.file = file;
        this.columns = columns;
        this.out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
        this.offsets = new int[columns];
        this.lengths = new int[columns];
    }

    /** An empty spool in the folder for temporary files; closing it deletes it. */
    static RowSpool create(int columns) {
        try {
            Path path = Files.createTempFile("dapple-rows-", ".spool");
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            return new RowSpool(file, columns);
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    /** Adds the current tuple: its length, the length of each cell, and the cells. */
    void add(RowStream rows) {
        int size = (columns + 1) * Integer.BYTES;
        for (int i = 0; i < columns; i++) {
            size += Math.max(0, rows.length(i));
        }
        reserve(size);
        ByteBuffer record = ByteBuffer.wrap(tuple);
        record.putInt(size - Integer.BYTES);
        for (int i = 0; i < columns; i++) {
            record.putInt(rows.length(i));
        }
        for (int i = 0; i < columns; i++) {
            record.put(rows.bytes(), rows.offset(i), Math.max(0, rows.length(i)));
        }
        try {
            out.write(tuple, 0, size);
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    /** Ends the writing and goes before the first tuple. */
    void rewind() {
        try {
            out.flush();
            file.position(0);
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
        InputStream bytes = new BufferedInputStream(Channels.newInputStream(file), BUFFER);
        in = new DataInputStream(bytes);
    }

    /** Moves to the next tuple; false when there are no more. */
    boolean next() {
        try {
            int size = in.readInt();
            reserve(size);
            in.readFully(tuple, 0, size);
        } catch (EOFException end) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        ByteBuffer record = ByteBuffer.wrap(tuple);
        int offset = columns * Integer.BYTES;
        for (int i = 0; i < columns; i++) {
            lengths[i] = record.getInt();
            offsets[i] = offset;
            offset += Math.max(0, lengths[i]);
        }
        return true;
    }

    byte[] bytes() {
        return tuple;
    }

    int offset(int column) {
        return offsets[column];
    }

    /** Length of a cell, or -1 where it is NULL. */
    int length(int column) {
        return lengths[column];
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private void reserve(int size) {
        if (tuple.length < size) {
            tuple = new byte[Math.max(size, 2 * tuple.length)];
        }
    }
}
