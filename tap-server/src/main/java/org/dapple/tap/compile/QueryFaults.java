package org.dapple.tap.compile;

import org.dapple.adql.AdqlException;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;

/** What an error in a query is among the faults of a service. */
public final class QueryFaults {

    private QueryFaults() {}

    /** The fault with the words of the error. */
    public static ServiceFault of(AdqlException error) {
        return ServiceFault.of(category(error), error.getMessage());
    }

    /** The same of a query that nobody wrote: what is said of its place would mean nothing to anybody. */
    public static ServiceFault ofBuilt(AdqlException error) {
        String place = " (line %d, column %d)".formatted(error.line(), error.column());
        return ServiceFault.of(category(error), error.getMessage().replace(place, ""));
    }

    private static FaultCategory category(AdqlException error) {
        return error.kind() == AdqlException.Kind.LIMIT ? FaultCategory.TOO_LARGE : FaultCategory.USAGE;
    }
}
