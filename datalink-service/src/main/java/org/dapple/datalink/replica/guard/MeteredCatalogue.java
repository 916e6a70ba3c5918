package org.dapple.datalink.replica.guard;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import java.util.Set;
import org.dapple.datalink.place.Place;
import org.dapple.datalink.replica.CatalogueException;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.replica.Did;
import org.dapple.datalink.replica.Findings;
import org.dapple.datalink.replica.ReplicaCatalogue;

/** Counts the questions to a catalogue by outcome, and measures how long it takes to answer. */
public final class MeteredCatalogue implements ReplicaCatalogue {

    private final ReplicaCatalogue catalogue;
    private final MeterRegistry registry;

    public MeteredCatalogue(ReplicaCatalogue catalogue, MeterRegistry registry) {
        this.catalogue = catalogue;
        this.registry = registry;
    }

    @Override
    public String name() {
        return catalogue.name();
    }

    @Override
    public Findings find(Set<Did> dids, Deadline until) throws CatalogueException {
        Timer.Sample begin = Timer.start(registry);
        String outcome = "fault";
        try {
            Findings findings = catalogue.find(dids, until);
            outcome = "ok";
            return findings;
        } finally {
            begin.stop(registry.timer("dapple.datalink.source", "source", name(), "outcome", outcome));
        }
    }

    @Override
    public Optional<Place> placeOf(String siteOrRse, Deadline until) throws CatalogueException {
        return catalogue.placeOf(siteOrRse, until);
    }
}
