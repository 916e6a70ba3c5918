package org.dapple.tap.db;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.dapple.adql.catalog.AdqlType;
import org.postgresql.copy.CopyIn;

/** Writes cells in PostgreSQL's binary COPY format (PostgreSQL 15, COPY, "Binary Format"). */
final class CopyInTuples {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int MESSAGE = 1 << 16;
    private static final int NULL = -1;
    private static final int TRAILER = -1;

    private final CopyIn copy;
    private final List<AdqlType> types;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(2 * MESSAGE);
    private final DataOutputStream out = new DataOutputStream(buffer);

    CopyInTuples(CopyIn copy, List<AdqlType> types) {
        this.copy = copy;
        this.types = types;
        buffer.writeBytes(SIGNATURE);
        buffer.writeBytes(new byte[2 * Integer.BYTES]);
    }

    void write(Object[] cells) throws SQLException {
        try {
            out.writeShort(cells.length);
            for (int i = 0; i < cells.length; i++) {
                write(types.get(i), cells[i]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (buffer.size() >= MESSAGE) {
            flush();
        }
    }

    void end() throws SQLException {
        buffer.write(TRAILER >> Byte.SIZE);
        buffer.write(TRAILER);
        flush();
        copy.endCopy();
    }

    /** Has the database forget what it was sent, unless it has ended. */
    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
        buffer.reset();
    }

    private void write(AdqlType type, Object cell) throws IOException {
        if (cell == null) {
            out.writeInt(NULL);
            return;
        }
        switch (type) {
            case BOOLEAN -> number(1, () -> out.writeBoolean((Boolean) cell));
            case SMALLINT -> number(Short.BYTES, () -> out.writeShort((Short) cell));
            case INTEGER -> number(Integer.BYTES, () -> out.writeInt((Integer) cell));
            case BIGINT, TIMESTAMP -> number(Long.BYTES, () -> out.writeLong((Long) cell));
            case REAL -> number(Float.BYTES, () -> out.writeFloat((Float) cell));
            case DOUBLE -> number(Double.BYTES, () -> out.writeDouble((Double) cell));
            case POINT, CIRCLE, POLYGON -> text(ShapeText.of(type, (double[]) cell));
            case CHAR, VARCHAR, CLOB, REGION, JSON, UNKNOWN -> text((String) cell);
        }
    }

    /** Writes one value. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private void number(int length, Writing writing) throws IOException {
        out.writeInt(length);
        writing.run();
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
