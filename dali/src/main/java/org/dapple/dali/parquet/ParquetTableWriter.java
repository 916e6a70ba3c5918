package org.dapple.dali.parquet;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.hadoop.ParquetWriter;
import org.dapple.dali.table.LimitedRows;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.ResultWriter;
import org.dapple.dali.table.RowStream;

/**
 * A result as Apache Parquet, compressed with Snappy. Rows are kept until a row group of a few megabytes is full, so the
 * first row leaves with its group and memory does not grow with the result. All columns may be NULL; timestamps are text
 * as in the other formats, positions and regions lists of doubles.
 *
 * <p>The footer carries a VOTable without rows (VOParquet 1.0), with units, UCDs and the INFOs of the result, QUERY_STATUS
 * as it ended among them. A source that fails after its first row is thrown: without its footer the file cannot be read.
 */
public final class ParquetTableWriter implements ResultWriter {

    @Override
    public ResultSummary write(ResultHead head, RowStream rows, OutputStream out) throws IOException {
        LimitedRows limited = new LimitedRows(rows, head.maxRows());
        boolean hasRow = limited.next();
        ClientFile file = new ClientFile(out);
        RowWriteSupport support = new RowWriteSupport(head, rows.fields(), limited);
        try (ParquetWriter<RowStream> parquet = new ParquetFile(file, support).build()) {
            while (hasRow) {
                parquet.write(rows);
                hasRow = limited.next();
            }
            if (limited.summary().fault().isPresent()) {
                file.abandon();
                throw limited.summary().fault().get();
            }
        }
        return limited.summary();
    }
}
