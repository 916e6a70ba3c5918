package org.dapple.datalink.replica;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dapple.datalink.place.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several catalogues in order: each is asked for what those before it do not know or have no copy of, and one that fails
 * takes nothing away from what the others know.
 */
public final class Catalogues {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogues.class);

    private final List<ReplicaCatalogue> catalogues;

    /** @param catalogues not empty */
    public Catalogues(List<ReplicaCatalogue> catalogues) {
        this.catalogues = List.copyOf(catalogues);
    }

    /** Asks for all of the DIDs at once. */
    public Findings find(Set<Did> dids, Deadline until) {
        Findings findings = Findings.complete(Map.of());
        for (ReplicaCatalogue catalogue : catalogues) {
            Set<Did> open = open(dids, findings);
            if (!open.isEmpty()) {
                findings = ask(catalogue, open, until, findings);
            }
        }
        return findings;
    }

    private static Set<Did> open(Set<Did> dids, Findings findings) {
        return findings.holdings().isEmpty()
                ? dids
                : dids.stream()
                        .filter(did ->
                                findings.of(did).filter(Catalogues::isSomewhere).isEmpty())
                        .collect(Collectors.toSet());
    }

    /** Where a site or storage element stands, as the first catalogue has it that knows and can be asked. */
    public Optional<Place> placeOf(String siteOrRse, Deadline until) {
        for (ReplicaCatalogue catalogue : catalogues) {
            try {
                Optional<Place> place = catalogue.placeOf(siteOrRse, until);
                if (place.isPresent()) {
                    return place;
                }
            } catch (CatalogueException e) {
                LOG.warn("catalogue {}: {}", catalogue.name(), e.getMessage());
            }
        }
        return Optional.empty();
    }

    private static boolean isSomewhere(Holding holding) {
        return !(holding instanceof Holding.File file) || !file.replicas().isEmpty();
    }

    private static Findings ask(ReplicaCatalogue catalogue, Set<Did> open, Deadline until, Findings before) {
        try {
            return before.and(catalogue.find(open, until));
        } catch (CatalogueException e) {
            LOG.warn("catalogue {}: {}", catalogue.name(), e.getMessage());
            LOG.debug("catalogue {}", catalogue.name(), e);
            return before.without(e);
        }
    }
}
