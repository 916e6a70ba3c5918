package org.dapple.datalink.replica.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.dapple.datalink.config.OidcClient;
import org.dapple.datalink.replica.Deadline;

/** Gets tokens from an OpenID Connect provider by client credentials (RFC 6749 §4.4). */
public final class ClientCredentials implements TokenSource {

    /** How long a token is taken to count of which that is not told. */
    private static final long UNTOLD_SECONDS = 600;

    private final OidcClient client;
    private final Wire wire;
    private final JsonLines json = new JsonLines();

    public ClientCredentials(OidcClient client, Wire wire) {
        this.client = client;
        this.wire = wire;
    }

    @Override
    public Token fetch(Deadline until) throws IOException {
        String form = "grant_type=client_credentials&scope=" + encoded(client.scope()) + "&audience="
                + encoded(client.audience());
        String login = Base64.getEncoder()
                .encodeToString((client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(client.tokenUrl())
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return wire.ask(request, until, (head, body) -> {
            if (head.statusCode() != 200) {
                throw new IOException("the token endpoint gives no token: status " + head.statusCode());
            }
            return token(json.one(body));
        });
    }

    private static Token token(JsonNode answer) throws IOException {
        String token = answer.path("access_token").asText();
        if (token.isEmpty()) {
            throw new IOException("the token endpoint gives no token");
        }
        return new Token(
                token, Instant.now().plusSeconds(answer.path("expires_in").asLong(UNTOLD_SECONDS)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
