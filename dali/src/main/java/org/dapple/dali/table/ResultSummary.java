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
public record ResultSummary(long rows, boolean overflow, Optional<ServiceFault> fault) {}
