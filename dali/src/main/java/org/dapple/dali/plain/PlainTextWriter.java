package org.dapple.dali.plain;

import java.io.IOException;
import java.io.OutputStream;
import org.dapple.dali.table.LimitedRows;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.ResultWriter;
import org.dapple.dali.table.RowDocument;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.text.TextOutput;

/**
 * A result as a table for people who read it in a terminal, in UTF-8: columns as wide as their names, units and first
 * hundred values, numbers to the right, NULL a blank; a later value that is wider pushes the rest of its row aside. Nothing
 * is cut, but line ends and other control characters within values become blanks. The last line says how many rows there
 * are, or how they ended.
 */
public final class PlainTextWriter implements ResultWriter {

    @Override
    public ResultSummary write(ResultHead head, RowStream rows, OutputStream out) throws IOException {
        LimitedRows limited = new LimitedRows(rows, head.maxRows());
        return RowDocument.write(new PlainTextDocument(rows.fields(), new TextOutput(out)), limited, rows);
    }
}
