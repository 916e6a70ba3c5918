package org.dapple.dbinit.sync;

import java.util.function.Consumer;

/** What Rucio knows about which DIDs exist. Whatever it cannot say for certain, it does not say. */
public interface RucioCatalogue {

    /**
     * All DIDs of a scope.
     *
     * @param names hears of each name
     * @throws RucioUnclearException when Rucio does not answer, or not as it should
     */
    void list(String scope, Consumer<String> names);

    /**
     * Whether there is such a DID.
     *
     * @throws RucioUnclearException when Rucio does not say clearly that there is or that there is not
     */
    boolean exists(String scope, String name);
}
