package org.dapple.datalink.replica.rucio;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.dapple.dali.did.PercentCode;
import org.dapple.datalink.config.RucioSettings;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.replica.wire.CachedToken;
import org.dapple.datalink.replica.wire.Wire;
import org.dapple.datalink.replica.wire.Wire.AnswerReader;

/** Rucio's REST server, with a token at each question; one that is refused is renewed once. */
final class RucioWire {

    /** Of an error body that is told in the log. */
    private static final int MOST_WORDS = 200;

    private final RucioSettings settings;
    private final Wire wire;
    private final CachedToken token;

    RucioWire(RucioSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
        this.token = new CachedToken(new RucioTokens(settings, wire));
    }

    /** A path from scope and name, which may hold slashes. */
    static String path(String... parts) {
        StringBuilder path = new StringBuilder();
        for (String part : parts) {
            path.append('/').append(PercentCode.encode(part, "-._~/:@!$&'()*+,;="));
        }
        return path.toString();
    }

    <A> A get(String path, Deadline until, AnswerReader<A> reader) throws IOException {
        return ask(HttpRequest.newBuilder(URI.create(settings.url() + path)).GET(), until, reader);
    }

    <A> A post(String path, byte[] json, Deadline until, AnswerReader<A> reader) throws IOException {
        return ask(
                HttpRequest.newBuilder(URI.create(settings.url() + path))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/x-json-stream")
                        .POST(BodyPublishers.ofByteArray(json)),
                until,
                reader);
    }

    private <A> A ask(HttpRequest.Builder request, Deadline until, AnswerReader<A> reader) throws IOException {
        String first = token.text(until);
        try {
            return ask(request, first, until, reader);
        } catch (TokenRefusedException e) {
            token.refused(first);
            return ask(request, token.text(until), until, reader);
        }
    }

    private <A> A ask(HttpRequest.Builder request, String text, Deadline until, AnswerReader<A> reader)
            throws IOException {
        return wire.ask(request.setHeader("X-Rucio-Auth-Token", text).build(), until, (head, body) -> {
            if (head.statusCode() == 401) {
                throw new TokenRefusedException();
            }
            if (head.statusCode() != 200 && head.statusCode() != 404) {
                throw new IOException("status " + head.statusCode() + ", " + words(head, body));
            }
            return reader.read(head, body);
        });
    }

    private static String words(HttpResponse<?> head, InputStream body) throws IOException {
        String words = head.headers().firstValue("ExceptionMessage").orElse(null);
        String text = words == null ? new String(body.readNBytes(MOST_WORDS), StandardCharsets.UTF_8) : words;
        return text.substring(0, Math.min(MOST_WORDS, text.length())).replaceAll("\\p{Cntrl}", " ");
    }

    /** Rucio does not know the token, or no more. */
    private static final class TokenRefusedException extends IOException {

        private static final long serialVersionUID = 1;

        TokenRefusedException() {
            super("Rucio refuses the token");
        }
    }
}
