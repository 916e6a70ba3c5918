package org.dapple.dali.table;

import java.io.IOException;
import java.util.Optional;
import org.dapple.dali.fault.ServiceFault;

/**
 * Walks a source up to the limit of rows for a {@link ResultWriter} and keeps how it ended. A limit of zero asks for no
 * row: it is a request for metadata and always an overflow (TAP 1.1 §2.7.4).
 */
public final class LimitedRows {

    private final RowStream rows;
    private final long maxRows;
    private long count;
    private boolean overflow;
    private ServiceFault fault;

    /** A walk over rows that have not been moved yet. */
    public LimitedRows(RowStream rows, long maxRows) {
        this.rows = rows;
        this.maxRows = maxRows;
    }

    /**
     * Moves to the next row, if there is one within the limit.
     *
     * @throws ServiceFault when the source fails at its first row
     */
    public boolean next() {
        overflow = maxRows == 0;
        if (overflow || fault != null || !sourceHasNext()) {
            return false;
        }
        overflow = count == maxRows;
        if (!overflow) {
            count++;
        }
        return !overflow;
    }

    /** How it ended, when {@link #next()} has returned false. */
    public ResultSummary summary() {
        return new ResultSummary(count, overflow, Optional.ofNullable(fault));
    }

    private boolean sourceHasNext() {
        try {
            return rows.next();
        } catch (IOException | RuntimeException failure) {
            fault = ServiceFault.from(failure);
            if (count == 0) {
                throw fault;
            }
            return false;
        }
    }
}
