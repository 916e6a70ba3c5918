package org.dapple.datalink.replica.rucio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.dapple.datalink.config.RucioSettings;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.replica.wire.ClientCredentials;
import org.dapple.datalink.replica.wire.Token;
import org.dapple.datalink.replica.wire.TokenSource;
import org.dapple.datalink.replica.wire.Wire;

/** Gets tokens that Rucio accepts, by the way that the site configures. */
final class RucioTokens implements TokenSource {

    /** {@code Tue, 24 Nov 2026 18:00:00 UTC}, as Rucio writes it. */
    private static final DateTimeFormatter EXPIRY =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss zzz", Locale.ENGLISH);

    private static final Duration UNTOLD = Duration.ofMinutes(10);

    private final RucioSettings settings;
    private final Wire wire;

    RucioTokens(RucioSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
    }

    @Override
    public Token fetch(Deadline until) throws IOException {
        if (settings.authentication() instanceof RucioSettings.Oidc oidc) {
            return new ClientCredentials(oidc.client(), wire).fetch(until);
        }
        if (settings.authentication() instanceof RucioSettings.UserPass login) {
            return fromRucio(
                    rucio("/auth/userpass")
                            .header("X-Rucio-Username", login.user())
                            .header("X-Rucio-Password", login.password()),
                    until);
        }
        return fromRucio(rucio("/auth/x509_proxy"), until);
    }

    private HttpRequest.Builder rucio(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url() + path));
        settings.account().ifPresent(account -> request.header("X-Rucio-Account", account));
        settings.vo().ifPresent(vo -> request.header("X-Rucio-VO", vo));
        return request;
    }

    private Token fromRucio(HttpRequest.Builder request, Deadline until) throws IOException {
        return wire.ask(request.build(), until, (head, body) -> {
            HttpHeaders headers = head.headers();
            if (head.statusCode() != 200) {
                throw new IOException("Rucio gives no token: status " + head.statusCode());
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
}
