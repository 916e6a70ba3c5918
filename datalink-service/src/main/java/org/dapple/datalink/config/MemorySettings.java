package org.dapple.datalink.config;

import java.time.Duration;
import java.util.List;
import org.dapple.dali.config.Environment;

/**
 * How long what a catalogue over a network said counts.
 *
 * @param fresh how long it is not asked again
 * @param stale how long its last word counts while it fails, at least as long
 */
public record MemorySettings(Duration fresh, Duration stale) {

    /** What a site gets that configures nothing. */
    public static final MemorySettings DEFAULT = new MemorySettings(Duration.ofSeconds(60), Duration.ofDays(1));

    static MemorySettings from(Environment environment) {
        return new MemorySettings(
                environment.seconds("DAPPLE_REPLICA_FRESH_SECONDS", DEFAULT.fresh),
                environment.seconds("DAPPLE_REPLICA_STALE_SECONDS", DEFAULT.stale));
    }

    List<String> problems() {
        return fresh.isNegative() || stale.compareTo(fresh) < 0
                ? List.of("DAPPLE_REPLICA_FRESH_SECONDS must be 0 or more, and DAPPLE_REPLICA_STALE_SECONDS not less")
                : List.of();
    }
}
