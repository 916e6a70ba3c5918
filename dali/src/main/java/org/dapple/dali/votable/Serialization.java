package org.dapple.dali.votable;

import java.io.IOException;
import org.dapple.dali.table.RowStream;

/** How the rows lie inside DATA (VOTable 1.4 §5). */
interface Serialization {

    /** Writes the tags before the first row. */
    void open() throws IOException;

    /** Writes the current row. */
    void row(RowStream rows) throws IOException;

    /** Hands on what it holds back of the rows so far. */
    void flush() throws IOException;

    /** Writes what is left of the last row and the closing tags. */
    void close() throws IOException;
}
