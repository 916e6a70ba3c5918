package org.dapple.datalink.replica.rucio;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import org.dapple.datalink.config.RucioSettings;
import org.dapple.datalink.replica.wire.JsonLines;
import org.dapple.datalink.replica.wire.Wire;

/** Gets tokens that Rucio accepts, by the way that the site configures. */
final class RucioTokens implements TokenSource {

    /** {@code Tue, 24 Nov 2026 18:00:00 UTC}, as Rucio writes it. */
    private static final DateTimeFormatter EXPIRY =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss zzz", Locale.ENGLISH);

    private static final Duration UNTOLD = Duration.ofMinutes(10);

    private final RucioSettings settings;
    private final Wire wire;
    private final JsonLines json = new JsonLines();

    RucioTokens(RucioSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
    }

    @Override
    public Token fetch() throws IOException {
        if (settings.authentication() instanceof RucioSettings.Oidc client) {
            return fromProvider(client);
        }
        if (settings.authentication() instanceof RucioSettings.UserPass login) {
            return fromRucio(rucio("/auth/userpass")
                    .header("X-Rucio-Username", login.user())
                    .header("X-Rucio-Password", login.password()));
        }
        return fromRucio(rucio("/auth/x509_proxy"));
    }

    private HttpRequest.Builder rucio(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url() + path));
        settings.account().ifPresent(account -> request.header("X-Rucio-Account", account));
        settings.vo().ifPresent(vo -> request.header("X-Rucio-VO", vo));
        return request;
    }

    private Token fromRucio(HttpRequest.Builder request) throws IOException {
        return wire.ask(request.build(), (head, body) -> {
            HttpHeaders headers = head.headers();
            if (head.statusCode() != 200) {
                throw refused("Rucio", head);
            }
            return new Token(
                    headers.firstValue("X-Rucio-Auth-Token").orElseThrow(() -> new IOException("Rucio gives no token")),
                    expiry(headers.firstValue("X-Rucio-Auth-Token-Expires").orElse("")));
        });
    }

    private static Instant expiry(String text) {
        try {
            return ZonedDateTime.parse(text, EXPIRY).toInstant();
        } catch (DateTimeParseException untold) {
            return Instant.now().plus(UNTOLD);
        }
    }

    /** Client credentials (RFC 6749 §4.4): the token itself is shown to Rucio. */
    private Token fromProvider(RucioSettings.Oidc client) throws IOException {
        String form = "grant_type=client_credentials&scope=" + encoded(client.scope()) + "&audience="
                + encoded(client.audience());
        String login = Base64.getEncoder()
                .encodeToString((client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(client.tokenUrl())
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return wire.ask(request, (head, body) -> {
            if (head.statusCode() != 200) {
                throw refused("the token endpoint", head);
            }
            JsonNode answer = json.one(body);
            String token = answer.path("access_token").asText();
            if (token.isEmpty()) {
                throw new IOException("the token endpoint gives no token");
            }
            return new Token(
                    token, Instant.now().plusSeconds(answer.path("expires_in").asLong(UNTOLD.toSeconds())));
        });
    }

    private static IOException refused(String who, HttpResponse<?> head) {
        return new IOException(who + " gives no token: status " + head.statusCode());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
