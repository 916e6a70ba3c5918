package org.dapple.datalink.replica.wire;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Keeps a token until shortly before it expires; one thread at a time asks for a new one. */
public final class CachedToken {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final TokenSource source;
    private Token token = new Token("", Instant.MIN);

    public CachedToken(TokenSource source) {
        this.source = source;
    }

    /**
     * A token that still counts for a while.
     *
     * @throws IOException when none is given
     */
    public synchronized String text() throws IOException {
        if (token.expires().isBefore(Instant.now().plus(MARGIN))) {
            token = source.fetch();
        }
        return token.text();
    }

    /** The next one is new, unless it is already. */
    public synchronized void refused(String text) {
        if (token.text().equals(text)) {
            token = new Token("", Instant.MIN);
        }
    }
}
