package org.dapple.dali.delimited;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.LimitedRows;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.ResultWriter;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.text.TextOutput;

/**
 * A result as delimited text in UTF-8: NULL is nothing, the empty string is a pair of quotes where the format has
 * quotes. Such text has no place for INFOs: neither those of the head nor OVERFLOW are told, and a source that fails
 * after its first row is thrown.
 */
public final class DelimitedWriter implements ResultWriter {

    private static final byte[] LINE_FEED = {'\n'};
    private static final byte[] CRLF = {'\r', '\n'};

    private final Dialect dialect;
    private final boolean header;
    private final byte[] endOfLine;

    private DelimitedWriter(Dialect dialect, boolean header, byte[] endOfLine) {
        this.dialect = dialect;
        this.header = header;
        this.endOfLine = endOfLine;
    }

    /** Comma-separated values (RFC 4180), with or without the line of column names. */
    public static DelimitedWriter csv(boolean header) {
        return new DelimitedWriter(new CommaDialect(), header, CRLF);
    }

    /** Tab-separated values (IANA text/tab-separated-values): tabs and line ends within values become spaces. */
    public static DelimitedWriter tsv() {
        return new DelimitedWriter(new TabDialect(), true, LINE_FEED);
    }

    @Override
    public ResultSummary write(ResultHead head, RowStream rows, OutputStream stream) throws IOException {
        LimitedRows limited = new LimitedRows(rows, head.maxRows());
        DelimitedRow row = new DelimitedRow(rows.fields(), dialect, endOfLine);
        boolean hasRow = limited.next();
        TextOutput out = new TextOutput(stream);
        if (header) {
            names(rows.fields(), out);
        }
        if (hasRow) {
            row.write(rows, out);
            hasRow = limited.next();
            if (hasRow) {
                out.flush();
            }
            while (hasRow) {
                row.write(rows, out);
                hasRow = limited.next();
            }
        }
        out.flush();
        limited.summary().fault().ifPresent(fault -> {
            throw fault;
        });
        return limited.summary();
    }

    private void names(List<Field> fields, TextOutput out) throws IOException {
        for (int column = 0; column < fields.size(); column++) {
            if (column > 0) {
                out.put(dialect.delimiter());
            }
            byte[] name = fields.get(column).name().getBytes(StandardCharsets.UTF_8);
            dialect.text(name, 0, name.length, out);
        }
        out.put(endOfLine);
    }
}
