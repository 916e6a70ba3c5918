package org.dapple.datalink.replica;

import java.time.Duration;

/**
 * When a question must have its answer, all that is asked for it taken together.
 *
 * @param nanos of the clock of {@link System#nanoTime()}
 */
public record Deadline(long nanos) {

    /** One that is so far away. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The earlier one of this and one that is so far away. */
    public Deadline atMost(Duration time) {
        Deadline other = in(time);
        return other.nanos - nanos < 0 ? other : this;
    }

    /** How long it is until then, 0 or more. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** Whether it is over. */
    public boolean isOver() {
        return nanos - System.nanoTime() <= 0;
    }
}
