package org.dapple.dali.table;

import java.io.IOException;

/** One result that is written row by row, in a format that has a place to say at its end how the rows ended. */
public interface RowDocument {

    /** Writes what stands before the rows. */
    void open() throws IOException;

    /** Writes the current row. */
    void row(RowStream rows) throws IOException;

    /** Sends on its way what can be sent of the rows so far. */
    void flush() throws IOException;

    /** Writes what stands behind the rows and sends it on its way. */
    void close(ResultSummary summary) throws IOException;

    /**
     * Writes a whole result as {@link ResultWriter#write} wants it: nothing before the first row has come, and that one
     * without waiting for more than the next.
     */
    static ResultSummary write(RowDocument document, LimitedRows limited, RowStream rows) throws IOException {
        boolean hasRow = limited.next();
        document.open();
        if (hasRow) {
            document.row(rows);
            hasRow = limited.next();
            if (hasRow) {
                document.flush();
            }
            while (hasRow) {
                document.row(rows);
                hasRow = limited.next();
            }
        }
        document.close(limited.summary());
        return limited.summary();
    }
}
