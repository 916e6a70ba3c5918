package org.dapple.tap.query;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts queries by mode and outcome, and measures when their rows came, how many, and how large. */
public final class QueryMeters {

    private final MeterRegistry registry;

    public QueryMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A query begins. */
    MeteredQuery begin(QueryMode mode) {
        return new MeteredQuery(registry, mode.name());
    }
}
