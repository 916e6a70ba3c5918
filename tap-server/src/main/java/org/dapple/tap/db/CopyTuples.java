package org.dapple.tap.db;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyOut;

/**
 * Finds the cells in PostgreSQL's binary COPY format (PostgreSQL 15, COPY, "Binary Format"). The server sends one
 * message per tuple; the first is preceded by the file header, the last is the trailer. A tuple is the number of cells
 * (2 bytes) and for each cell its length (4 bytes, -1 for NULL) and its value. Nothing is copied: the message is lent.
 */
final class CopyTuples {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int FLAGS = 4;
    private static final int TRAILER = -1;

    private final CopyOut copy;
    private final int[] offsets;
    private final int[] lengths;
    private byte[] message = {};
    private boolean headerRead;

    CopyTuples(CopyOut copy, int columns) {
        this.copy = copy;
        this.offsets = new int[columns];
        this.lengths = new int[columns];
    }

    /** Moves to the next tuple; false after the last one, when the whole stream has been read. */
    boolean next() throws SQLException, IOException {
        for (byte[] next = copy.readFromCopy(); next != null; next = copy.readFromCopy()) {
            int start = headerRead ? 0 : afterHeader(next);
            if (start < next.length && shortAt(next, start) != TRAILER) {
                message = next;
                locateCells(start);
                return true;
            }
        }
        return false;
    }

    byte[] message() {
        return message;
    }

    int offset(int column) {
        return offsets[column];
    }

    int length(int column) {
        return lengths[column];
    }

    private int afterHeader(byte[] first) throws IOException {
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (first[i] != SIGNATURE[i]) {
                throw new IOException("the database did not answer in the binary COPY format");
            }
        }
        headerRead = true;
        int extension = SIGNATURE.length + FLAGS;
        return extension + Integer.BYTES + intAt(first, extension);
    }

    private void locateCells(int start) throws IOException {
        if (shortAt(message, start) != offsets.length) {
            throw new IOException("a tuple has " + shortAt(message, start) + " cells instead of " + offsets.length);
        }
        int at = start + Short.BYTES;
        for (int column = 0; column < offsets.length; column++) {
            lengths[column] = intAt(message, at);
            offsets[column] = at + Integer.BYTES;
            at = offsets[column] + Math.max(lengths[column], 0);
        }
    }

    private static short shortAt(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at);
    }

    private static int intAt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }
}
