package org.dapple.dbinit.rucio;

import java.util.Objects;

/**
 * The replicas of one DID.
 *
 * @param replicas a JSON list of objects with rse, pfn, and what else {@code rucio.replicas} has as columns
 */
public record DidReplicas(String scope, String name, String replicas) {

    public DidReplicas {
        Objects.requireNonNull(scope);
        Objects.requireNonNull(name);
        Objects.requireNonNull(replicas);
    }
}
