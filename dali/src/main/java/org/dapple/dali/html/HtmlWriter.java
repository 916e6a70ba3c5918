package org.dapple.dali.html;

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
 * A result as an HTML page that needs nothing from elsewhere: its rows are shown while they come, a click on the name of a
 * column sorts them, URLs of http and https are links, the name of a column tells its unit, UCD and description. The page's
 * own Content-Security-Policy lets run its one script and nothing that a value might smuggle in.
 */
public final class HtmlWriter implements ResultWriter {

    private final PageParts parts = PageParts.load();

    @Override
    public ResultSummary write(ResultHead head, RowStream rows, OutputStream out) throws IOException {
        LimitedRows limited = new LimitedRows(rows, head.maxRows());
        return RowDocument.write(new HtmlDocument(parts, head, rows.fields(), new TextOutput(out)), limited, rows);
    }
}
