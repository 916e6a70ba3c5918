package org.dapple.dali.table;

import java.io.IOException;
import java.io.OutputStream;
import org.dapple.dali.fault.ServiceFault;

/** Writes rows in one format. A writer keeps no state between results and serves many threads. */
public interface ResultWriter {

    /**
     * Writes a whole result. Nothing is written before the source has given its first row, so that a failure until then
     * can still be answered with its own status; the first row is flushed when the source has a second one, or its end.
     * Neither {@code rows} nor {@code out} is closed.
     *
     * @param head what is said besides the rows, and the limit of rows
     * @param rows the source, before its first row
     * @param out the client
     * @return how it ended; a source that fails after its first row is told in the result and here, where the format
     *     can tell it
     * @throws ServiceFault when the source fails before anything was written, or later in a format that has no place to
     *     say so: then the client has part of a result and the connection must be broken
     * @throws IOException when the client is gone
     */
    ResultSummary write(ResultHead head, RowStream rows, OutputStream out) throws IOException;
}
