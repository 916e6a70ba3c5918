package org.dapple.dali.delimited;

import java.io.IOException;
import java.util.List;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.table.WireArray;
import org.dapple.dali.table.WireType;
import org.dapple.dali.text.ArrayText;
import org.dapple.dali.text.CellText;
import org.dapple.dali.text.TextOutput;

/** One line per row. */
final class DelimitedRow {

    private static final CellText CELLS = new CellText("Infinity", "-Infinity");

    private final WireType[] types;
    private final ArrayText[] arrays;
    private final Dialect dialect;
    private final byte[] endOfLine;

    DelimitedRow(List<Field> fields, Dialect dialect, byte[] endOfLine) {
        this.types = fields.stream().map(Field::wireType).toArray(WireType[]::new);
        this.arrays = fields.stream()
                .map(field -> field.holdsArrays() ? new ArrayText(CELLS, field, "null") : null)
                .toArray(ArrayText[]::new);
        this.dialect = dialect;
        this.endOfLine = endOfLine;
    }

    void write(RowStream rows, TextOutput out) throws IOException {
        for (int column = 0; column < types.length; column++) {
            if (column > 0) {
                out.put(dialect.delimiter());
            }
            if (rows.length(column) >= 0) {
                cell(rows, column, out);
            }
        }
        out.put(endOfLine);
    }

    private void cell(RowStream rows, int column, TextOutput out) throws IOException {
        if (arrays[column] != null) {
            array(rows, column, out);
        } else if (types[column] == WireType.TEXT) {
            dialect.text(rows.bytes(), rows.offset(column), rows.length(column), out);
        } else {
            CELLS.write(types[column], rows.bytes(), rows.offset(column), out);
        }
    }

    /** An array without elements is an empty text, which some dialects tell from NULL. */
    private void array(RowStream rows, int column, TextOutput out) throws IOException {
        if (WireArray.count(rows.bytes(), rows.offset(column)) == 0) {
            dialect.text(rows.bytes(), rows.offset(column), 0, out);
        } else {
            arrays[column].write(rows.bytes(), rows.offset(column), out);
        }
    }
}
