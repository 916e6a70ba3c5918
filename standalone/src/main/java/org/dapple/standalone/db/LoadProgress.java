package org.dapple.standalone.db;

import java.time.Duration;
import java.time.Instant;
import org.dapple.dbinit.load.LoadCount;
import org.dapple.dbinit.load.LoadListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the person at the terminal how a load goes, at most once in two seconds. */
final class LoadProgress implements LoadListener {

    private static final Logger LOG = LoggerFactory.getLogger(LoadProgress.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private Instant next = Instant.now().plus(INTERVAL);

    @Override
    public void progress(LoadCount count) {
        written(count.loaded());
    }

    /** So many DIDs are in the database now. */
    void written(long dids) {
        if (Instant.now().isAfter(next)) {
            LOG.info("  {} DIDs written", dids);
            next = Instant.now().plus(INTERVAL);
        }
    }

    @Override
    public void badLine(long number, String reason) {
        LOG.warn("line {}: {}", number, reason);
    }
}
