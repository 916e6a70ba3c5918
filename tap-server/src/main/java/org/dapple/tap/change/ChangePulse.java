package org.dapple.tap.change;

import java.time.Duration;
import java.time.Instant;
import org.dapple.tap.change.db.ChangeNotices;
import org.dapple.tap.change.db.ChangeStore;
import org.dapple.tap.pulse.Pulse;

/** The one thread that wakes those who wait for changes, and forgets old ones. While the database is away it tries again. */
public final class ChangePulse implements AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final ChangeNotices notices;
    private final ChangeStore store;
    private final ChangeFeed feed;
    private final Pulse pulse;
    private Instant nextSweep = Instant.MIN;

    public ChangePulse(ChangeNotices notices, ChangeStore store, ChangeFeed feed) {
        this.notices = notices;
        this.store = store;
        this.feed = feed;
        this.pulse = new Pulse("dapple-change-pulse", "changes", this::beat, notices::close);
    }

    public void start() {
        pulse.start();
    }

    private void beat() throws InterruptedException {
        if (!feed.isWaitedFor()) {
            notices.close();
            Thread.sleep(BEAT.dividedBy(4).toMillis());
        } else if (notices.await(BEAT)) {
            feed.changed();
        }
        if (!Instant.now().isBefore(nextSweep)) {
            nextSweep = Instant.now().plus(SWEEP);
            store.forgetOld();
        }
    }

    /** Returns when the thread has ended. */
    @Override
    public void close() {
        pulse.close();
    }
}
