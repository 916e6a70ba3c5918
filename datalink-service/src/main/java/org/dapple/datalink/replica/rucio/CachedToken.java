package org.dapple.datalink.replica.rucio;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Keeps a token until shortly before it expires; one thread at a time asks for a new one. */
final class CachedToken {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final TokenSource source;
    private Token token = new Token("", Instant.MIN);

    CachedToken(TokenSource source) {
        this.source = source;
    }

    synchronized String text() throws IOException {
        if (token.expires().isBefore(Instant.now().plus(MARGIN))) {
            token = source.fetch();
        }
        return token.text();
    }

    /** The next one is new, unless it is already. */
    synchronized void refused(String text) {
        if (token.text().equals(text)) {
            token = new Token("", Instant.MIN);
        }
    }
}
