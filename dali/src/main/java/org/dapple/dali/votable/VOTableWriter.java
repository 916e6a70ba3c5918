package org.dapple.dali.votable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.Info;
import org.dapple.dali.table.LimitedRows;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.ResultWriter;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.table.SelfDescription;
import org.dapple.dali.xml.XmlOutput;

/**
 * A result as VOTable 1.4. QUERY_STATUS OK stands before the table; OVERFLOW, or ERROR where the source fails after its
 * first row, stands behind it (DALI 1.1 §4.4.1).
 */
public final class VOTableWriter implements ResultWriter {

    private final Form form;

    private VOTableWriter(Form form) {
        this.form = form;
    }

    /** A writer of rows as XML elements. */
    public static VOTableWriter tableData() {
        return new VOTableWriter(Form.TABLEDATA);
    }

    /**
     * A writer of rows as base64 of their bytes, where the least number of each type of whole numbers stands for NULL: a
     * row that really holds it is a fault, since a reader would take it for NULL.
     */
    public static VOTableWriter binary() {
        return new VOTableWriter(Form.BINARY);
    }

    /** A writer of rows as base64 of their bytes, each behind a mask of its NULLs. */
    public static VOTableWriter binary2() {
        return new VOTableWriter(Form.BINARY2);
    }

    @Override
    public ResultSummary write(ResultHead head, RowStream rows, OutputStream stream) throws IOException {
        LimitedRows limited = new LimitedRows(form.source(rows), head.maxRows());
        boolean hasRow = limited.next();
        List<Field> fields = rows.fields().stream().map(form::declared).toList();
        Descriptors services = new Descriptors(head.services(), fields);
        XmlOutput xml = open(head, fields, services, stream);
        Serialization data = form.serialization(fields, xml);
        data.open();
        if (hasRow) {
            data.row(rows);
            hasRow = limited.next();
            if (hasRow) {
                data.flush();
                xml.flush();
            }
            while (hasRow) {
                data.row(rows);
                hasRow = limited.next();
            }
        }
        data.close();
        close(limited.summary(), services, head.self(), xml);
        return limited.summary();
    }

    private XmlOutput open(ResultHead head, List<Field> fields, Descriptors services, OutputStream stream)
            throws IOException {
        XmlOutput xml = VOTableFrame.open(stream);
        VOTableFrame.info(Info.of("QUERY_STATUS", "OK"), xml);
        for (Info info : head.infos()) {
            VOTableFrame.info(info, xml);
        }
        VOTableFrame.coordinateFrames(fields, xml);
        xml.open("TABLE");
        VOTableFrame.fields(fields, form::nullValue, services, xml);
        xml.open("DATA");
        return xml;
    }

    private static void close(
            ResultSummary summary, Descriptors services, Optional<SelfDescription> self, XmlOutput xml)
            throws IOException {
        xml.close("DATA");
        xml.close("TABLE");
        if (!summary.queryStatus().value().equals("OK")) {
            VOTableFrame.info(summary.queryStatus(), xml);
        }
        VOTableFrame.close(services, self, xml);
    }
}
