package org.dapple.datalink.replica.wire;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

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
     * @throws IOException when none is given
     */
    public String text() throws IOException {
        return text(System.nanoTime());
    }

    private synchronized String text(long asked) throws IOException {
        if (token.expires().isBefore(Instant.now().plus(MARGIN))) {
            if (failure != null && failedAt - asked > 0) {
                throw failure;
            }
            renew();
        }
        return token.text();
    }

    private void renew() throws IOException {
        try {
            token = source.fetch();
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
