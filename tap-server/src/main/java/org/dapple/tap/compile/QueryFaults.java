package org.dapple.tap.compile;

import org.dapple.adql.AdqlException;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;

/** What an error in a query is among the faults of a service. */
public final class QueryFaults {

    private QueryFaults() {}

    /** The fault with the words of the error. */
    public static ServiceFault of(AdqlException error) {
        FaultCategory category =
                error.kind() == AdqlException.Kind.LIMIT ? FaultCategory.TOO_LARGE : FaultCategory.USAGE;
        return ServiceFault.of(category, error.getMessage());
    }
}
