package org.dapple.dali.fits;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.WireType;

/** One column: it first measures all its cells, and then tells its form and writes them. */
interface FitsColumn {

    /** Takes note of a cell that is not NULL. */
    void measure(byte[] bytes, int offset, int length);

    /** Takes note of a NULL. */
    void measureNull();

    /** TFORM (FITS 4.0 §7.3.2), such as {@code 12A}. */
    String form();

    /** Bytes of each cell. */
    int width();

    /** TNULL: the number that stands for NULL, in columns of whole numbers that have NULLs. */
    default OptionalLong nullValue() {
        return OptionalLong.empty();
    }

    /**
     * Writes a cell that is not NULL into a row.
     *
     * @param row the same array for each row of the table, with zeros before the first
     */
    void write(byte[] bytes, int offset, int length, byte[] row, int at);

    /** Writes a NULL into a row. */
    void writeNull(byte[] row, int at);

    /** TDIM (FITS 4.0 §7.3.2), such as {@code (3,2)}, of arrays of several dimensions. */
    default Optional<String> dimensions() {
        return Optional.empty();
    }

    /** Bytes of all cells in the heap. */
    default long heapSize() {
        return 0;
    }

    /** Writes what belongs into the heap of a cell that is not NULL, in the order of {@link #write}. */
    default void writeHeap(byte[] bytes, int offset, OutputStream out) throws IOException {}

    /** The column of a field, whose arrays lie in the heap of the table where they differ in length. */
    static FitsColumn of(Field field, Heap heap) {
        return field.holdsArrays() ? new ArrayColumn(field, ofSingle(field.element()), heap) : ofSingle(field);
    }

    private static FitsColumn ofSingle(Field field) {
        return switch (field.wireType()) {
            case BOOLEAN -> new TruthColumn();
            case SHORT -> new WholeColumn(field.name(), "I", Short.BYTES);
            case INT -> new WholeColumn(field.name(), "J", Integer.BYTES);
            case LONG -> new WholeColumn(field.name(), "K", Long.BYTES);
            case FLOAT -> new RealColumn("E", Float.BYTES);
            case DOUBLE -> new RealColumn("D", Double.BYTES);
            case TEXT -> field.datatype().equals("double") ? new DoublesColumn() : new TextColumn(WireType.TEXT);
            case TIMESTAMP -> new TextColumn(WireType.TIMESTAMP);
        };
    }
}
