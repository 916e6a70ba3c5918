package org.dapple.dali.fits;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.LimitedRows;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.ResultWriter;
import org.dapple.dali.table.RowStream;

/**
 * A result as a FITS binary table (FITS 4.0 §7.3). Its header tells the number of rows and the width of every column, so
 * the rows wait in a temporary file until all have come: memory does not grow with them, and a fault of the source is always
 * answered with its own status. The values then are copied as they lie, since FITS is as big-endian as the wire.
 *
 * <p>Arrays that differ in length lie in the heap behind the rows, for which the temporary file is read a second time.
 *
 * <p>NULL is a declared number that the column does not hold, NaN, a zero byte, or no characters, so that an empty string
 * reads like a NULL. Text is UTF-8, which readers that know only the ASCII of the standard show as such. Units, UCDs,
 * utypes, xtypes and descriptions stand in TUNIT, TUCD, TUTYP, TXTYP and TCOMM, as STIL has them.
 */
public final class FitsWriter implements ResultWriter {

    /** FITS 4.0 §7.3.1. */
    private static final int MOST_COLUMNS = 999;

    private static final int BUFFER = 64 * 1024;

    @Override
    public ResultSummary write(ResultHead head, RowStream rows, OutputStream stream) throws IOException {
        Heap heap = new Heap();
        List<FitsColumn> columns =
                rows.fields().stream().map(field -> FitsColumn.of(field, heap)).toList();
        requireFewEnough(rows.fields());
        try (RowSpool spool = RowSpool.create(columns.size())) {
            ResultSummary summary = collect(new LimitedRows(rows, head.maxRows()), rows, columns, spool);
            BufferedOutputStream out = new BufferedOutputStream(stream, BUFFER);
            FitsHeader.primary(head.infos(), summary.queryStatus()).write(out);
            FitsHeader.table(rows.fields(), columns, summary.rows()).write(out);
            FitsRows table = new FitsRows(columns);
            write(table, spool, FitsRows.heapSize(columns) > 0, out);
            table.pad(summary.rows(), out);
            out.flush();
            return summary;
        }
    }

    private static void write(FitsRows table, RowSpool spool, boolean hasHeap, OutputStream out) throws IOException {
        spool.rewind();
        while (spool.next()) {
            table.write(spool, out);
        }
        if (hasHeap) {
            spool.rewind();
            while (spool.next()) {
                table.writeHeap(spool, out);
            }
        }
    }

    private static ResultSummary collect(
            LimitedRows limited, RowStream rows, List<FitsColumn> columns, RowSpool spool) {
        while (limited.next()) {
            for (int i = 0; i < columns.size(); i++) {
                if (rows.length(i) < 0) {
                    columns.get(i).measureNull();
                } else {
                    columns.get(i).measure(rows.bytes(), rows.offset(i), rows.length(i));
                }
            }
            spool.add(rows);
        }
        limited.summary().fault().ifPresent(fault -> {
            throw fault;
        });
        return limited.summary();
    }

    private static void requireFewEnough(List<Field> fields) {
        if (fields.size() > MOST_COLUMNS) {
            throw ServiceFault.usage(
                    "A FITS table has at most %d columns, this result has %,d: select fewer or ask for VOTable."
                            .formatted(MOST_COLUMNS, fields.size()));
        }
    }
}
