package org.dapple.dali.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import org.dapple.dali.table.LimitedRows;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.ResultWriter;
import org.dapple.dali.table.RowDocument;
import org.dapple.dali.table.RowStream;

/**
 * A result as JSON (RFC 8259), in the form that other TAP services use: {@code metadata} with one object for each column,
 * its members those of a VOTable FIELD, and {@code data} with one array for each row. Between them stand the {@code infos}
 * of the service, and behind them, for what is known only then, {@code status}: the INFO QUERY_STATUS, that is OK,
 * OVERFLOW or ERROR.
 *
 * <p>NULL is null. NaN and the infinities, which JSON has no numbers for, are the strings "NaN", "Infinity" and
 * "-Infinity", as in Protocol Buffers: null would not tell them from NULL. Whole numbers are numbers however large, though
 * a reader that has only doubles, such as JavaScript, rounds them beyond 2^53. Timestamps are strings, positions and regions
 * arrays of numbers.
 */
public final class JsonWriter implements ResultWriter {

    private final JsonFactory json = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    @Override
    public ResultSummary write(ResultHead head, RowStream rows, OutputStream out) throws IOException {
        LimitedRows limited = new LimitedRows(rows, head.maxRows());
        return RowDocument.write(new JsonDocument(head, rows.fields(), json.createGenerator(out)), limited, rows);
    }
}
