package org.dapple.dali.table;

import java.util.List;
import java.util.Optional;

/**
 * What a result says besides its rows.
 *
 * @param infos statements of the service, in order; QUERY_STATUS is not among them, the writer makes it
 * @param maxRows how many rows are written at most (MAXREC), 0 or more; where the source has more, the result says
 *     OVERFLOW
 * @param services what can be asked about its rows; told by formats that have a place for it
 * @param self what the service itself takes, where it is to be told; by the same formats
 */
public record ResultHead(
        List<Info> infos, long maxRows, List<ServiceDescriptor> services, Optional<SelfDescription> self) {

    public ResultHead {
        infos = List.copyOf(infos);
        services = List.copyOf(services);
        if (maxRows < 0) {
            throw new IllegalArgumentException("maxRows is " + maxRows);
        }
    }

    /** One of a service that does not describe itself. */
    public ResultHead(List<Info> infos, long maxRows, List<ServiceDescriptor> services) {
        this(infos, maxRows, services, Optional.empty());
    }

    /** One without services. */
    public ResultHead(List<Info> infos, long maxRows) {
        this(infos, maxRows, List.of());
    }
}
