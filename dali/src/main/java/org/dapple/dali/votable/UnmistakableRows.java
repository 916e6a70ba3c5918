package org.dapple.dali.votable;

import java.io.IOException;
import java.util.List;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.table.WireArray;

/** Rows that end with a fault at what a reader would take for something else: a number for the NULL it stands for, an array for one of another length. */
final class UnmistakableRows implements RowStream {

    private static final int ANY = -1;

    private final RowStream rows;
    private final Form form;
    private final IntegerNull[] nulls;
    private final boolean[] arrays;
    private final int[] arrayLengths;

    UnmistakableRows(RowStream rows, Form form) {
        this.rows = rows;
        this.form = form;
        nulls = rows.fields().stream()
                .map(field -> form.nullValue(field).orElse(null))
                .toArray(IntegerNull[]::new);
        arrays = new boolean[nulls.length];
        arrayLengths = new int[nulls.length];
        for (int column = 0; column < nulls.length; column++) {
            Field field = rows.fields().get(column);
            arrays[column] = field.holdsArrays();
            arrayLengths[column] = field.arrayLength().orElse(ANY);
        }
    }

    /** @throws ServiceFault when the row holds such a value */
    @Override
    public boolean next() throws IOException {
        boolean hasRow = rows.next();
        for (int column = 0; hasRow && column < nulls.length; column++) {
            if (rows.length(column) >= 0) {
                check(column);
            }
        }
        return hasRow;
    }

    private void check(int column) {
        if (arrays[column]) {
            checkArray(column);
        } else if (nulls[column] != null && nulls[column].isAt(rows.bytes(), rows.offset(column))) {
            throw mistakable(column);
        }
    }

    private void checkArray(int column) {
        byte[] bytes = rows.bytes();
        int count = WireArray.count(bytes, rows.offset(column));
        if (arrayLengths[column] != ANY && arrayLengths[column] != count) {
            throw misshapen(column, count);
        }
        int element = WireArray.first(bytes, rows.offset(column));
        for (int left = nulls[column] == null ? 0 : count; left > 0; left--) {
            if (WireArray.length(bytes, element) >= 0 && nulls[column].isAt(bytes, WireArray.value(element))) {
                throw mistakable(column);
            }
            element = WireArray.next(bytes, element);
        }
    }

    @Override
    public List<Field> fields() {
        return rows.fields();
    }

    @Override
    public byte[] bytes() {
        return rows.bytes();
    }

    @Override
    public int offset(int column) {
        return rows.offset(column);
    }

    @Override
    public int length(int column) {
        return rows.length(column);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private ServiceFault mistakable(int column) {
        String name = rows.fields().get(column).name();
        long number = nulls[column].value();
        if (arrays[column]) {
            return ServiceFault.usage(
                    "Column %s holds an array with the number %d, which stands for NULL in arrays in a VOTable; ask for JSON, Parquet or FITS."
                            .formatted(name, number));
        }
        return ServiceFault.usage(
                "Column %s holds the number %d, which stands for NULL in serialization %s; ask for BINARY2 or TABLEDATA."
                        .formatted(name, number, form));
    }

    private ServiceFault misshapen(int column, int count) {
        Field field = rows.fields().get(column);
        return ServiceFault.usage(
                "Column %s holds an array of %d elements, which its arraysize %s in TAP_SCHEMA does not allow; ask for CSV, JSON, Parquet or FITS."
                        .formatted(field.name(), count, field.arraysize()));
    }
}
