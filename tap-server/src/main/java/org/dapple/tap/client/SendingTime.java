package org.dapple.tap.client;

import java.util.concurrent.atomic.AtomicLong;

/** How long one thread was busy with sending, as other threads see it; times are in nanoseconds. */
final class SendingTime {

    private static final long NOT_NOW = Long.MIN_VALUE;

    private volatile long first = NOT_NOW;
    private volatile long begun = NOT_NOW;
    private final AtomicLong before = new AtomicLong();

    void begin() {
        long now = System.nanoTime();
        if (first == NOT_NOW) {
            first = now;
        }
        begun = now;
    }

    void end() {
        long took = System.nanoTime() - begun;
        begun = NOT_NOW;
        before.addAndGet(took);
    }

    /** All of it, with what is being sent now. A racing reader may miss the latter for a moment. */
    long total() {
        long since = begun;
        return before.get() + (since == NOT_NOW ? 0 : System.nanoTime() - since);
    }

    /** Whether it is more than half of the time since the first byte. */
    boolean isMostOfTheTime() {
        return first != NOT_NOW && 2 * total() > System.nanoTime() - first;
    }
}
