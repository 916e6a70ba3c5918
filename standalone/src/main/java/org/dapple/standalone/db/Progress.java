package org.dapple.standalone.db;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the person at the terminal how far a long work is, at most once in two seconds. */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final String done;
    private Instant next = Instant.now().plus(INTERVAL);

    /** @param done what becomes of DIDs, such as "derived" */
    Progress(String done) {
        this.done = done;
    }

    void reached(long dids) {
        if (Instant.now().isAfter(next)) {
            LOG.info("  {} DIDs {}", dids, done);
            next = Instant.now().plus(INTERVAL);
        }
    }
}
