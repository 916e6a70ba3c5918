package org.dapple.dali.table;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Rows given as Java values, laid out in the wire's forms, for tests; may fail after its last row. */
public final class TupleRows implements RowStream {

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final List<Field> fields;
    private final List<Object[]> tuples = new ArrayList<>();
    private Exception failure;
    private int current = -1;
    private byte[] bytes;
    private int[] offsets;
    private int[] lengths;

    public TupleRows(Field... fields) {
        this.fields = List.of(fields);
    }

    /** A field that has a name and a type and nothing else. */
    public static Field field(String name, WireType type) {
        return switch (type) {
            case BOOLEAN -> field(name, type, "boolean", null, null);
            case SHORT -> field(name, type, "short", null, null);
            case INT -> field(name, type, "int", null, null);
            case LONG -> field(name, type, "long", null, null);
            case FLOAT -> field(name, type, "float", null, null);
            case DOUBLE -> field(name, type, "double", null, null);
            case TEXT -> field(name, type, "char", "*", null);
            case TIMESTAMP -> field(name, type, "char", "*", "timestamp");
        };
    }

    private static Field field(String name, WireType type, String datatype, String arraysize, String xtype) {
        return new Field(name, type, datatype, arraysize, xtype, null, null, null, null);
    }

    public TupleRows row(Object... values) {
        tuples.add(values);
        return this;
    }

    /** The source fails where its end would be. */
    public TupleRows thenFails(Exception failure) {
        this.failure = failure;
        return this;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public boolean next() throws IOException {
        current++;
        if (current < tuples.size()) {
            lay(tuples.get(current));
            return true;
        }
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
        return false;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int offset(int column) {
        return offsets[column];
    }

    @Override
    public int length(int column) {
        return lengths[column];
    }

    @Override
    public void close() {
        current = tuples.size();
    }

    private void lay(Object[] values) throws IOException {
        offsets = new int[values.length];
        lengths = new int[values.length];
        ByteArrayOutputStream tuple = new ByteArrayOutputStream();
        for (int i = 0; i < values.length; i++) {
            byte[] cell = values[i] == null ? null : cell(fields.get(i), values[i]);
            offsets[i] = tuple.size();
            lengths[i] = cell == null ? -1 : cell.length;
            tuple.writeBytes(cell == null ? new byte[0] : cell);
        }
        bytes = tuple.toByteArray();
    }

    private static byte[] cell(Field field, Object value) {
        return field.holdsArrays() ? array(field.wireType(), (List<?>) value) : cell(field.wireType(), value);
    }

    /** PostgreSQL's array_send: one dimension, or none where there are no elements. */
    private static byte[] array(WireType type, List<?> elements) {
        ByteArrayOutputStream cell = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(cell);
        try {
            out.writeInt(elements.isEmpty() ? 0 : 1);
            out.writeInt(elements.stream().anyMatch(Objects::isNull) ? 1 : 0);
            out.writeInt(4711);
            if (!elements.isEmpty()) {
                out.writeInt(elements.size());
                out.writeInt(1);
            }
            for (Object element : elements) {
                byte[] bytes = element == null ? new byte[0] : cell(type, element);
                out.writeInt(element == null ? -1 : bytes.length);
                out.write(bytes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return cell.toByteArray();
    }

    private static byte[] cell(WireType type, Object value) {
        ByteArrayOutputStream cell = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(cell);
        try {
            switch (type) {
                case BOOLEAN -> out.writeBoolean((Boolean) value);
                case SHORT -> out.writeShort(((Number) value).shortValue());
                case INT -> out.writeInt(((Number) value).intValue());
                case LONG -> out.writeLong(((Number) value).longValue());
                case FLOAT -> out.writeFloat(((Number) value).floatValue());
                case DOUBLE -> out.writeDouble(((Number) value).doubleValue());
                case TEXT -> out.write(((String) value).getBytes(StandardCharsets.UTF_8));
                case TIMESTAMP -> out.writeLong(microsSince2000((Instant) value));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return cell.toByteArray();
    }

    private static long microsSince2000(Instant instant) {
        Duration since = Duration.between(EPOCH, instant);
        return since.getSeconds() * 1_000_000 + since.getNano() / 1000;
    }

    @Override
    public String toString() {
        return tuples.stream().map(Arrays::toString).toList().toString();
    }
}
