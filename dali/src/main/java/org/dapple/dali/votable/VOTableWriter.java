package org.dapple.dali.votable;

import java.io.IOException;
import java.io.OutputStream;
import org.dapple.dali.table.Info;
import org.dapple.dali.table.LimitedRows;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.ResultWriter;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.xml.XmlOutput;

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
        XmlOutput xml = open(head, rows, stream);
        data.open(xml.bytes());
        if (hasRow) {
            data.row(rows, xml.bytes());
            xml.flush();
            while (limited.next()) {
                data.row(rows, xml.bytes());
            }
        }
        data.close(xml.bytes());
        close(limited.summary(), xml);
        return limited.summary();
    }

    private static XmlOutput open(ResultHead head, RowStream rows, OutputStream stream) throws IOException {
        XmlOutput xml = VOTableFrame.open(stream);
        VOTableFrame.info(Info.of("QUERY_STATUS", "OK"), xml);
        for (Info info : head.infos()) {
            VOTableFrame.info(info, xml);
        }
        VOTableFrame.coordinateFrames(rows.fields(), xml);
        xml.open("TABLE");
        VOTableFrame.fields(rows.fields(), xml);
        xml.open("DATA");
        return xml;
    }

    private static void close(ResultSummary summary, XmlOutput xml) throws IOException {
        xml.close("DATA");
        xml.close("TABLE");
        if (summary.fault().isPresent()) {
            String message = summary.fault().get().getMessage();
            VOTableFrame.info(new Info("QUERY_STATUS", "ERROR", message), xml);
        } else if (summary.overflow()) {
            String text = "The result is cut at MAXREC=%d; there are more rows.".formatted(summary.rows());
            VOTableFrame.info(new Info("QUERY_STATUS", "OVERFLOW", text), xml);
        }
        VOTableFrame.close(xml);
    }
}
