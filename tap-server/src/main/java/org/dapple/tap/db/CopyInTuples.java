package org.dapple.tap.db;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.dapple.adql.catalog.AdqlType;
import org.postgresql.copy.CopyIn;
import org.postgresql.core.Oid;

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
        if (type.isArray() && cell != null) {
            array(type.element(), cell);
        } else {
            write(type, cell, out);
        }
    }

    /** A value with its length before it. */
    private static void write(AdqlType type, Object cell, DataOutputStream out) throws IOException {
        if (cell == null) {
            out.writeInt(NULL);
            return;
        }
        switch (type) {
            case BOOLEAN -> length(1, out).writeBoolean((Boolean) cell);
            case SMALLINT -> length(Short.BYTES, out).writeShort((Short) cell);
            case INTEGER -> length(Integer.BYTES, out).writeInt((Integer) cell);
            case BIGINT, TIMESTAMP -> length(Long.BYTES, out).writeLong((Long) cell);
            case REAL -> length(Float.BYTES, out).writeFloat((Float) cell);
            case DOUBLE -> length(Double.BYTES, out).writeDouble((Double) cell);
            case POINT, CIRCLE, POLYGON -> text(ShapeText.of(type, (double[]) cell), out);
            case CHAR, VARCHAR, CLOB, REGION, JSON, UNKNOWN -> text((String) cell, out);
            default -> throw new IllegalArgumentException(type + " is an array");
        }
    }

    private static DataOutputStream length(int length, DataOutputStream out) throws IOException {
        out.writeInt(length);
        return out;
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        length(bytes.length, out).write(bytes);
    }

    private static int oid(AdqlType element) {
        return switch (element) {
            case BOOLEAN -> Oid.BOOL;
            case SMALLINT -> Oid.INT2;
            case INTEGER -> Oid.INT4;
            case BIGINT -> Oid.INT8;
            case REAL -> Oid.FLOAT4;
            case DOUBLE -> Oid.FLOAT8;
            default -> throw new IllegalArgumentException("there are no arrays of " + element);
        };
    }

    /** An array of one dimension, with what array_send writes before its elements. */
    private void array(AdqlType element, Object array) throws IOException {
        int count = Array.getLength(array);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream elements = new DataOutputStream(bytes);
        elements.writeInt(count == 0 ? 0 : 1);
        elements.writeInt(array instanceof Object[] ? 1 : 0);
        elements.writeInt(oid(element));
        if (count > 0) {
            elements.writeInt(count);
            elements.writeInt(1);
        }
        for (int i = 0; i < count; i++) {
            write(element, Array.get(array, i), elements);
        }
        length(bytes.size(), out);
        bytes.writeTo(out);
    }
}
