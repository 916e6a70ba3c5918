package org.dapple.dali.votable;

import java.io.IOException;
import java.io.OutputStream;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.table.Info;
import org.dapple.dali.table.LimitedRows;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.ResultWriter;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.text.TextOutput;

/**
 * A result as VOTable 1.4. QUERY_STATUS OK stands before the table; OVERFLOW, or ERROR where the source fails after its
 * first row, stands behind it (DALI 1.1 §4.4.1).
 */
public final class VOTableWriter implements ResultWriter {

    private final Serialization.Factory serialization;

    private VOTableWriter(Serialization.Factory serialization) {
        this.serialization = serialization;
    }

    /** A writer of rows as XML elements. */
    public static VOTableWriter tableData() {
        return new VOTableWriter(TableData::new);
    }

    @Override
    public ResultSummary write(ResultHead head, RowStream rows, OutputStream stream) throws IOException {
        LimitedRows limited = new LimitedRows(rows, head.maxRows());
        Serialization data = serialization.of(rows.fields());
        boolean hasRow = limited.next();
        TextOutput out = new TextOutput(stream);
        open(head, rows, data, out);
        if (hasRow) {
            data.row(rows, out);
            out.flush();
            while (limited.next()) {
                data.row(rows, out);
            }
        }
        close(limited.summary(), data, out);
        return limited.summary();
    }

    private static void open(ResultHead head, RowStream rows, Serialization data, TextOutput out) throws IOException {
        VOTableFrame.open(out);
        VOTableFrame.openResource(out);
        VOTableFrame.info(Info.of("QUERY_STATUS", "OK"), out);
        for (Info info : head.infos()) {
            VOTableFrame.info(info, out);
        }
        VOTableFrame.coordinateFrames(rows.fields(), out);
        out.put("<TABLE>\n");
        VOTableFrame.fields(rows.fields(), out);
        out.put("<DATA>\n");
        data.open(out);
    }

    private static void close(ResultSummary summary, Serialization data, TextOutput out) throws IOException {
        data.close(out);
        out.put("</DATA>\n</TABLE>\n");
        if (summary.fault().isPresent()) {
            ServiceFault fault = summary.fault().get();
            VOTableFrame.info(new Info("QUERY_STATUS", "ERROR", fault.getMessage()), out);
        } else if (summary.overflow()) {
            String text = "The result is cut at MAXREC=%d; there are more rows.".formatted(summary.rows());
            VOTableFrame.info(new Info("QUERY_STATUS", "OVERFLOW", text), out);
        }
        VOTableFrame.close(out);
        out.flush();
    }
}
