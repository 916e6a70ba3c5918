package org.dapple.dali.table;

import java.io.IOException;
import java.util.List;

/**
 * A cursor over tuples, forward only, for one thread. The bytes of the current tuple are lent until the next call of
 * {@link #next()}: nothing is boxed and nothing is copied between the database and the writer, so that memory does not
 * grow with the result.
 */
public interface RowStream extends AutoCloseable {

    /** The columns, in order; the same list for the whole stream. */
    List<Field> fields();

    /**
     * Moves to the next tuple.
     *
     * @return false when there are no more
     * @throws IOException when the source fails; what was read before remains valid
     */
    boolean next() throws IOException;

    /** The buffer that holds the current tuple; cells are found by {@link #offset} and {@link #length}. */
    byte[] bytes();

    /** Where cell {@code column} (from 0) starts in {@link #bytes()}. */
    int offset(int column);

    /** Length of cell {@code column} (from 0) in bytes, or -1 where it is NULL. */
    int length(int column);

    /** Ends the stream, also before its end; a statement that still runs is cancelled. */
    @Override
    void close() throws IOException;
}
