package org.dapple.tap.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.dapple.tap.db.Notices;
import org.dapple.tap.job.db.JobQueue;
import org.dapple.tap.job.result.ResultStore;
import org.dapple.tap.pulse.Pulse;

/**
 * The one thread that keeps jobs going: it hears of changes and wakes those who wait, takes jobs from the queue, renews
 * leases, and removes what nobody needs any more. While the database is away it tries again each second.
 */
public final class JobPulse implements AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final Notices notices;
    private final JobWatch watch;
    private final JobWorkers workers;
    private final JobQueue queue;
    private final ResultStore results;
    private final Duration heartbeat;
    private final Pulse pulse;
    private Instant nextHeartbeat = Instant.MIN;
    private Instant nextSweep = Instant.MIN;

    /** @param takeover by when another server has taken over the jobs of this one, once it is silent */
    public JobPulse(
            Notices notices,
            JobWatch watch,
            JobWorkers workers,
            JobQueue queue,
            ResultStore results,
            Duration takeover) {
        this.notices = notices;
        this.watch = watch;
        this.workers = workers;
        this.queue = queue;
        this.results = results;
        this.heartbeat = takeover.dividedBy(4);
        this.pulse = new Pulse("dapple-job-pulse", "jobs", this::beat, notices::close);
    }

    public void start() {
        pulse.start();
    }

    private void beat() {
        boolean heardAll = notices.isListening();
        Set<String> changed = notices.await(heardAll ? shorter(BEAT, heartbeat) : Duration.ofMillis(1));
        if (pulse.isEnded()) {
            return;
        }
        if (heardAll) {
            changed.forEach(watch::changed);
        } else {
            watch.allChanged();
        }
        if (isDue(nextHeartbeat) || workers.runsOneOf(changed)) {
            workers.renew();
            housekeep();
        }
        workers.fill();
    }

    private void housekeep() {
        if (isDue(nextHeartbeat)) {
            nextHeartbeat = Instant.now().plus(heartbeat);
            queue.failLost();
            queue.destroyExpired().forEach(results::remove);
        }
        if (isDue(nextSweep)) {
            nextSweep = Instant.now().plus(SWEEP);
            results.removeOrphans(SWEEP, queue::vanished);
        }
    }

    private static boolean isDue(Instant time) {
        return !Instant.now().isBefore(time);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Takes no more jobs; returns when the thread has ended. */
    @Override
    public void close() {
        pulse.close();
    }
}
