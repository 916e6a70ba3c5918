package org.dapple.dali.votable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dapple.dali.table.Field;
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

    private final UnaryOperator<Field> declaration;
    private final Serialization.Factory serialization;

    private VOTableWriter(UnaryOperator<Field> declaration, Serialization.Factory serialization) {
        this.declaration = declaration;
        this.serialization = serialization;
    }

    /** A writer of rows as XML elements. */
    public static VOTableWriter tableData() {
        return new VOTableWriter(UnaryOperator.identity(), TableData::new);
    }

    /** A writer of rows as base64 of their bytes. */
    public static VOTableWriter binary2() {
        return new VOTableWriter(Binary2::declared, Binary2::new);
    }

    @Override
    public ResultSummary write(ResultHead head, RowStream rows, OutputStream stream) throws IOException {
        LimitedRows limited = new LimitedRows(rows, head.maxRows());
        boolean hasRow = limited.next();
        List<Field> fields = rows.fields().stream().map(declaration).toList();
        XmlOutput xml = open(head, fields, stream);
        Serialization data = serialization.of(fields, xml);
        data.open();
        if (hasRow) {
            data.row(rows);
            data.flush();
            xml.flush();
            while (limited.next()) {
                data.row(rows);
            }
        }
        data.close();
        close(limited.summary(), xml);
        return limited.summary();
    }

    private static XmlOutput open(ResultHead head, List<Field> fields, OutputStream stream) throws IOException {
        XmlOutput xml = VOTableFrame.open(stream);
        VOTableFrame.info(Info.of("QUERY_STATUS", "OK"), xml);
        for (Info info : head.infos()) {
            VOTableFrame.info(info, xml);
        }
        VOTableFrame.coordinateFrames(fields, xml);
        xml.open("TABLE");
        VOTableFrame.fields(fields, xml);
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
