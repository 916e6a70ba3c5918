package org.dapple.datalink.replica;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What all catalogues together have for a set of DIDs.
 *
 * @param holdings of those DIDs that one of them knows
 * @param outage what a catalogue said that could not be asked: then a DID without holding may exist all the same
 */
public record Findings(Map<Did, Holding> holdings, Optional<String> outage) {

    /** With holdings that their maker changes no more: there may be thousands, on their way through several hands. */
    public Findings {
        holdings = Collections.unmodifiableMap(holdings);
    }

    /** All that there is, from a catalogue that could be asked. */
    public static Findings complete(Map<Did, Holding> holdings) {
        return new Findings(holdings, Optional.empty());
    }

    /** What was found for a DID. */
    public Optional<Holding> of(Did did) {
        return Optional.ofNullable(holdings.get(did));
    }

    /** With what the next catalogue says of DIDs that were not settled before. */
    public Findings and(Findings next) {
        if (next.holdings().isEmpty() || holdings.isEmpty()) {
            return new Findings(
                    holdings.isEmpty() ? next.holdings() : holdings,
                    next.outage().or(() -> outage));
        }
        Map<Did, Holding> all = new HashMap<>(holdings);
        all.putAll(next.holdings());
        return new Findings(all, next.outage().or(() -> outage));
    }

    Findings without(CatalogueException failure) {
        return new Findings(holdings, Optional.of(failure.getMessage()));
    }
}
