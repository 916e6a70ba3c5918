package org.dapple.datalink.replica.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.dapple.datalink.place.Place;
import org.dapple.datalink.replica.CatalogueException;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.replica.Did;
import org.dapple.datalink.replica.Findings;
import org.dapple.datalink.replica.Holding;
import org.dapple.datalink.replica.ReplicaCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what a catalogue said. For a short time it is not asked again; for a long time its last word counts when it
 * fails.
 */
public final class CachedCatalogue implements ReplicaCatalogue {

    private static final Logger LOG = LoggerFactory.getLogger(CachedCatalogue.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final long MOST_DIDS = 200_000;

    private final ReplicaCatalogue catalogue;
    private final Duration fresh;
    private final Cache<Did, Remembered> remembered;

    private final Counter hits;
    private final Counter misses;
    private final Counter staleHits;
    private final AtomicLong logged = new AtomicLong(System.nanoTime() - BETWEEN_LINES.toNanos() - 1);

    /** @param holding empty where the catalogue did not know the DID */
    private record Remembered(Optional<Holding> holding, long nanos) {}

    /**
     * A memory of a catalogue.
     *
     * @param fresh how long it is not asked again
     * @param stale how long its last word counts when it fails
     */
    public CachedCatalogue(ReplicaCatalogue catalogue, Duration fresh, Duration stale, MeterRegistry registry) {
        this.catalogue = catalogue;
        this.fresh = fresh;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST_DIDS)
                .expireAfterWrite(stale)
                .build();
        this.hits = counter(registry, "fresh");
        this.misses = counter(registry, "asked");
        this.staleHits = counter(registry, "stale");
    }

    private Counter counter(MeterRegistry registry, String how) {
        return Counter.builder("dapple.datalink.dids")
                .description("DIDs whose replicas were remembered, asked for, or remembered while the source failed")
                .tags("source", name(), "how", how)
                .register(registry);
    }

    @Override
    public String name() {
        return catalogue.name();
    }

    @Override
    public Findings find(Set<Did> dids, Deadline until) {
        Map<Did, Holding> found = new HashMap<>();
        Set<Did> missing = new HashSet<>();
        long now = System.nanoTime();
        for (Did did : dids) {
            Remembered known = remembered.getIfPresent(did);
            if (known == null || now - known.nanos() > fresh.toNanos()) {
                missing.add(did);
            } else {
                known.holding().ifPresent(holding -> found.put(did, holding));
            }
        }
        hits.increment(dids.size() - missing.size());
        misses.increment(missing.size());
        return missing.isEmpty() ? Findings.complete(found) : asked(missing, until, found);
    }

    @Override
    public Optional<Place> placeOf(String siteOrRse, Deadline until) throws CatalogueException {
        return catalogue.placeOf(siteOrRse, until);
    }

    /** One line for many failures: whoever is down is down for every request. */
    private void log(CatalogueException failure) {
        long now = System.nanoTime();
        long last = logged.get();
        if (now - last > BETWEEN_LINES.toNanos() && logged.compareAndSet(last, now)) {
            LOG.warn("catalogue {}: {}; what is remembered counts", name(), failure.getMessage(), failure);
        } else {
            LOG.debug("catalogue {}: {}", name(), failure.getMessage());
        }
    }

    private Findings asked(Set<Did> missing, Deadline until, Map<Did, Holding> found) {
        try {
            Findings findings = catalogue.find(missing, until);
            long now = System.nanoTime();
            Set<Did> untold = new HashSet<>();
            for (Did did : missing) {
                Optional<Holding> holding = findings.of(did);
                if (holding.isEmpty() && findings.outage().isPresent()) {
                    untold.add(did);
                } else {
                    remembered.put(did, new Remembered(holding, now));
                }
            }
            found.putAll(findings.holdings());
            return new Findings(withStale(untold, found), findings.outage());
        } catch (CatalogueException e) {
            log(e);
            return new Findings(withStale(missing, found), Optional.of(e.getMessage()));
        }
    }

    private Map<Did, Holding> withStale(Set<Did> missing, Map<Did, Holding> found) {
        for (Did did : missing) {
            Optional.ofNullable(remembered.getIfPresent(did))
                    .flatMap(Remembered::holding)
                    .ifPresent(holding -> {
                        staleHits.increment();
                        found.put(did, holding);
                    });
        }
        return found;
    }
}
