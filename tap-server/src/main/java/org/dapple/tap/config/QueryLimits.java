package org.dapple.tap.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dapple.dali.config.Environment;

/**
 * What one request, and all of them together, may cost.
 *
 * @param defaultRows rows of an answer whose request has no MAXREC, at least 0
 * @param hardRows rows of any answer, whatever its MAXREC, at least {@code defaultRows}
 * @param syncTime how long a synchronous query may run until its last row has left, 1 s to 1 h
 * @param connections synchronous queries that run at the same time, 1 to 1000
 * @param connectionWait how long a query waits for one of these connections until it is told to come back, 250 ms to 1 min
 */
public record QueryLimits(
        long defaultRows, long hardRows, Duration syncTime, int connections, Duration connectionWait) {

    /** What a site gets that configures nothing. */
    public static final QueryLimits DEFAULT =
            new QueryLimits(100_000, 20_000_000, Duration.ofSeconds(60), 10, Duration.ofSeconds(5));

    public QueryLimits {
        Objects.requireNonNull(syncTime);
        Objects.requireNonNull(connectionWait);
    }

    static QueryLimits from(Environment environment) {
        return new QueryLimits(
                environment.number("DAPPLE_DEFAULT_MAXREC", DEFAULT.defaultRows),
                environment.number("DAPPLE_HARD_MAXREC", DEFAULT.hardRows),
                environment.seconds("DAPPLE_SYNC_SECONDS", DEFAULT.syncTime),
                (int) environment.number("DAPPLE_SYNC_CONNECTIONS", DEFAULT.connections),
                environment.seconds("DAPPLE_CONNECTION_WAIT_SECONDS", DEFAULT.connectionWait));
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (defaultRows < 0) {
            problems.add("DAPPLE_DEFAULT_MAXREC must be 0 or more and is " + defaultRows);
        }
        if (hardRows < defaultRows) {
            problems.add("DAPPLE_HARD_MAXREC must not be less than DAPPLE_DEFAULT_MAXREC (" + defaultRows + ") and is "
                    + hardRows);
        }
        if (isOutside(syncTime, Duration.ofSeconds(1), Duration.ofHours(1))) {
            problems.add("DAPPLE_SYNC_SECONDS must be from 1 to 3600 and is " + inSeconds(syncTime));
        }
        if (connections < 1 || connections > 1000) {
            problems.add("DAPPLE_SYNC_CONNECTIONS must be from 1 to 1000 and is " + connections);
        }
        if (isOutside(connectionWait, Duration.ofMillis(250), Duration.ofMinutes(1))) {
            problems.add("DAPPLE_CONNECTION_WAIT_SECONDS must be from 0.25 to 60 and is " + inSeconds(connectionWait));
        }
        return problems;
    }

    private static boolean isOutside(Duration duration, Duration least, Duration most) {
        return duration.compareTo(least) < 0 || duration.compareTo(most) > 0;
    }

    private static String inSeconds(Duration duration) {
        return String.valueOf(duration.toMillis() / 1000.0);
    }
}
