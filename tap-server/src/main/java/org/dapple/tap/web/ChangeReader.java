package org.dapple.tap.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.param.Parameters;
import org.dapple.tap.change.ChangeFeed;
import org.dapple.tap.change.db.Cursor;

/** A client of the feed of changes and how far it has read. */
final class ChangeReader {

    private static final int DEFAULT_LIMIT = 10_000;
    private static final int HARD_LIMIT = 100_000;
    private static final int EVENTS_AT_A_TIME = 1000;

    /** Well inside the time after which clients give a silent server up. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** Then the client connects again, and says how far it has come. */
    private static final Duration LONGEST_STREAM = Duration.ofMinutes(30);

    private final boolean isStream;
    private final int limit;
    private final Instant end;
    private Cursor cursor;
    private Runnable place = () -> {};

    private ChangeReader(boolean isStream, int limit, Instant end, Cursor cursor) {
        this.isStream = isStream;
        this.limit = limit;
        this.end = end;
        this.cursor = cursor;
    }

    /**
     * Reads since (or the header Last-Event-ID of a stream that was broken off), MAXREC and WAIT.
     *
     * @throws ServiceFault that says which one is wrong and what would be right
     */
    static ChangeReader of(Parameters sent, HttpServletRequest request, ChangeFeed feed) {
        String accept = request.getHeader("Accept");
        boolean isStream = accept != null
                && accept.contains("text/event-stream")
                && !request.getMethod().equals("HEAD");
        Optional<String> last =
                Optional.ofNullable(request.getHeader("Last-Event-ID")).filter(id -> isStream && !id.isBlank());
        Cursor cursor = feed.cursor(last.or(() -> sent.single("SINCE")));
        if (isStream) {
            return new ChangeReader(true, EVENTS_AT_A_TIME, Instant.now().plus(LONGEST_STREAM), cursor);
        }
        int limit = (int) Math.min(HARD_LIMIT, sent.count("MAXREC").orElse(DEFAULT_LIMIT));
        if (limit == 0) {
            throw ServiceFault.usage(
                    "Parameter MAXREC is 0; it takes a number of changes from 1 to " + HARD_LIMIT + ".");
        }
        long wait = Math.min(LONGEST_WAIT.toSeconds(), sent.count("WAIT").orElse(0));
        return new ChangeReader(false, limit, Instant.now().plusSeconds(wait), cursor);
    }

    boolean isStream() {
        return isStream;
    }

    /** How many changes to give at a time. */
    int limit() {
        return limit;
    }

    Cursor cursor() {
        return cursor;
    }

    void goTo(Cursor next) {
        cursor = next;
    }

    /** Remembers what gives its place among those who wait back. */
    void occupies(Runnable leave) {
        place = leave;
    }

    /** Gives its place back, before it takes another one. */
    void leave() {
        place.run();
    }

    /** Milliseconds until it has waited, or listened, enough. */
    long left() {
        return Duration.between(Instant.now(), end).toMillis();
    }
}
