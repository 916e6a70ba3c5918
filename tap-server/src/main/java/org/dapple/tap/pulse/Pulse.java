package org.dapple.tap.pulse;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does the same again and again until it is closed. When that fails, as it does while the database is away,
 * it says so once and tries again each second.
 */
public final class Pulse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final String what;
    private final Beat beat;
    private final Runnable end;
    private final Thread thread;
    private volatile boolean ended;

    /** What is done each time. */
    @FunctionalInterface
    public interface Beat {
        void run() throws InterruptedException;
    }

    /**
     * A pulse that has not begun.
     *
     * @param name of the thread
     * @param what has to wait while it fails, for the log: a plural, such as {@code jobs}
     * @param end what the thread does last
     */
    public Pulse(String name, String what, Beat beat, Runnable end) {
        this.what = what;
        this.beat = beat;
        this.end = end;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Whether it is to do nothing more. */
    public boolean isEnded() {
        return ended;
    }

    private void run() {
        boolean wasAway = false;
        try {
            while (!ended) {
                wasAway = !beats(wasAway);
            }
        } catch (InterruptedException e) {
            ended = true;
        } finally {
            end.run();
        }
    }

    private boolean beats(boolean wasAway) throws InterruptedException {
        try {
            beat.run();
            return true;
        } catch (RuntimeException e) {
            if (!wasAway) {
                LOG.warn("{} have to wait: {}", what, e.getMessage());
            }
            Thread.sleep(BETWEEN_TRIES.toMillis());
            return false;
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
