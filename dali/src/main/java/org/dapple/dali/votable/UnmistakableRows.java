package org.dapple.dali.votable;

import java.io.IOException;
import java.util.List;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;

/** Rows that end with a fault at a number that a reader would take for the NULL it stands for. */
final class UnmistakableRows implements RowStream {

    private final RowStream rows;
    private final IntegerNull[] nulls;

    UnmistakableRows(RowStream rows) {
        this.rows = rows;
        nulls = rows.fields().stream()
                .map(field -> IntegerNull.of(field.wireType()).orElse(null))
                .toArray(IntegerNull[]::new);
    }

    @Override
    public List<Field> fields() {
        return rows.fields();
    }

    /** @throws ServiceFault when the row holds such a number */
    @Override
    public boolean next() throws IOException {
        boolean hasRow = rows.next();
        for (int column = 0; hasRow && column < nulls.length; column++) {
            if (nulls[column] != null
                    && rows.length(column) >= 0
                    && nulls[column].isAt(rows.bytes(), rows.offset(column))) {
                throw mistakable(column);
            }
        }
        return hasRow;
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
        return ServiceFault.usage(
                "Column %s holds the number %d, which stands for NULL in serialization BINARY; ask for BINARY2 or TABLEDATA."
                        .formatted(rows.fields().get(column).name(), nulls[column].value()));
    }
}
