package org.dapple.dali.table;

import java.util.Optional;
import org.dapple.dali.fault.ServiceFault;

/**
 * How the writing of a result ended.
 *
 * @param rows how many rows were written
 * @param overflow whether rows were cut off at the limit
 * @param fault the failure of the source that ended the rows early and that the result itself tells its reader of
 */
public record ResultSummary(long rows, boolean overflow, Optional<ServiceFault> fault) {

    private static final String QUERY_STATUS = "QUERY_STATUS";

    /** The same as QUERY_STATUS has it behind the rows: OK, OVERFLOW or ERROR with what to say of it (DALI 1.1 §4.4.1). */
    public Info queryStatus() {
        if (fault.isPresent()) {
            return new Info(QUERY_STATUS, "ERROR", fault.get().getMessage());
        }
        return overflow
                ? new Info(
                        QUERY_STATUS,
                        "OVERFLOW",
                        "The result is cut at MAXREC=%d; there are more rows.".formatted(rows))
                : Info.of(QUERY_STATUS, "OK");
    }
}
