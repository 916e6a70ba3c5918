package org.dapple.dbinit.sync;

import java.sql.SQLException;
import java.time.Duration;

/** How long it is waited for something that others have to do first. */
public record Patience(Duration time) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** What the database is asked. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws SQLException;
    }

    /** Looks again and again; false when the time was up, or the thread was interrupted, before it held. */
    public boolean until(Condition condition) throws SQLException {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
