package org.dapple.dali.delimited;

import java.io.IOException;
import java.util.List;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.table.WireType;
import org.dapple.dali.text.CellText;
import org.dapple.dali.text.TextOutput;

/** One line per row. */
final class DelimitedRow {

    private static final CellText CELLS = new CellText("Infinity", "-Infinity");

    private final WireType[] types;
    private final Dialect dialect;
    private final byte[] endOfLine;

    DelimitedRow(List<Field> fields, Dialect dialect, byte[] endOfLine) {
        this.types = fields.stream().map(Field::wireType).toArray(WireType[]::new);
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
        if (types[column] == WireType.TEXT) {
            dialect.text(rows.bytes(), rows.offset(column), rows.length(column), out);
        } else {
            CELLS.write(types[column], rows.bytes(), rows.offset(column), out);
        }
    }
}
