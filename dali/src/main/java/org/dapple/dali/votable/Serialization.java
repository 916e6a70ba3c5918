package org.dapple.dali.votable;

import java.io.IOException;
import java.util.List;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.text.TextOutput;

/** How the rows lie inside DATA (VOTable 1.4 §5). */
interface Serialization {

    /** Writes the tags before the first row. */
    void open(TextOutput out) throws IOException;

    /** Writes the current row. */
    void row(RowStream rows, TextOutput out) throws IOException;

    /** Writes what is left of the last row and the closing tags. */
    void close(TextOutput out) throws IOException;

    /** Makes a serialization for one result. */
    @FunctionalInterface
    interface Factory {
        Serialization of(List<Field> fields);
    }
}
