package org.dapple.tap.change;

import java.time.Duration;
import java.time.Instant;
import org.dapple.tap.change.db.ChangeNotices;
import org.dapple.tap.change.db.ChangeStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that wakes those who wait for changes, and forgets old ones. While the database is away it tries again. */
public final class ChangePulse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangePulse.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final ChangeNotices notices;
    private final ChangeStore store;
    private final ChangeFeed feed;
    private final Thread thread = new Thread(this::run, "dapple-change-pulse");
    private volatile boolean ended;
    private boolean wasAway;
    private Instant nextSweep = Instant.MIN;

    public ChangePulse(ChangeNotices notices, ChangeStore store, ChangeFeed feed) {
        this.notices = notices;
        this.store = store;
        this.feed = feed;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (!ended) {
            try {
                beat();
                wasAway = false;
            } catch (RuntimeException e) {
                missBeat(e);
            }
        }
        notices.close();
    }

    private void beat() {
        if (feed.isWaitedFor()) {
            if (notices.await(BEAT)) {
                feed.changed();
            }
        } else {
            notices.close();
            pause();
        }
        if (!Instant.now().isBefore(nextSweep)) {
            nextSweep = Instant.now().plus(SWEEP);
            store.forgetOld();
        }
    }

    private void missBeat(RuntimeException failure) {
        if (!wasAway) {
            LOG.warn("changes have to wait: {}", failure.getMessage());
        }
        wasAway = true;
        pause();
    }

    private void pause() {
        try {
            Thread.sleep(BEAT.dividedBy(4).toMillis());
        } catch (InterruptedException e) {
            ended = true;
        }
    }

    /** Returns when the thread has ended. */
    @Override
    public void close() {
        ended = true;
        try {
            thread.join(TO_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
