package org.dapple.datalink.replica.wire;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.dapple.datalink.replica.Deadline;

/**
 * Keeps a token until shortly before it expires; one thread at a time asks for a new one. Those who wait meanwhile get what
 * it gets, be it a failure: asking one after the other would take each the whole time again.
 */
public final class CachedToken {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final TokenSource source;
    private Token token = new Token("", Instant.MIN);
    private IOException failure;
    private long failedAt;

    public CachedToken(TokenSource source) {
        this.source = source;
    }

    /**
     * A token that still counts for a while.
     *
     * @param until when it must be there
     * @throws IOException when none is given
     */
    public String text(Deadline until) throws IOException {
        return text(System.nanoTime(), until);
    }

    private synchronized String text(long asked, Deadline until) throws IOException {
        if (token.expires().isBefore(Instant.now().plus(MARGIN))) {
            if (failure != null && failedAt - asked > 0) {
                throw failure;
            }
            renew(until);
        }
        return token.text();
    }

    private void renew(Deadline until) throws IOException {
        try {
            token = source.fetch(until);
        } catch (IOException e) {
            failure = e;
            failedAt = System.nanoTime();
            throw e;
        }
    }

    /** The next one is new, unless it is already. */
    public synchronized void refused(String text) {
        if (token.text().equals(text)) {
            token = new Token("", Instant.MIN);
        }
    }
}
