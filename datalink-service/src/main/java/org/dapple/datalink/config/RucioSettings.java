package org.dapple.datalink.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dapple.dali.config.Environment;

/**
 * How Rucio's REST server is asked.
 *
 * @param url of the server, without a trailing slash
 * @param account that the service has in Rucio
 * @param vo virtual organisation, where the server has several
 * @param authentication how the service proves to be that account
 * @param timeout how long one question may take, 0.1 s to 2 min
 */
public record RucioSettings(
        URI url, Optional<String> account, Optional<String> vo, Authentication authentication, Duration timeout) {

    /** How a token is got. */
    public sealed interface Authentication {}

    /**
     * By user name and password.
     *
     * @param password never logged
     */
    public record UserPass(String user, String password) implements Authentication {

        @Override
        public String toString() {
            return "UserPass[" + user + "]";
        }
    }

    /**
     * By a certificate.
     *
     * @param file PEM with certificate, private key and the certificates above it, such as a grid proxy
     */
    public record X509(Path file) implements Authentication {}

    /**
     * By a token of a provider that Rucio trusts.
     *
     * @param client how it is got
     */
    public record Oidc(OidcClient client) implements Authentication {}

    static Optional<RucioSettings> from(Environment environment) {
        return Optional.ofNullable(environment.uri("DAPPLE_RUCIO_URL"))
                .map(url -> new RucioSettings(
                        url,
                        Optional.ofNullable(environment.text("DAPPLE_RUCIO_ACCOUNT", null)),
                        Optional.ofNullable(environment.text("DAPPLE_RUCIO_VO", null)),
                        authentication(environment),
                        environment.seconds("DAPPLE_RUCIO_SECONDS", Duration.ofSeconds(10))));
    }

    private static Authentication authentication(Environment environment) {
        String proxy = environment.text("DAPPLE_RUCIO_X509_FILE", null);
        if (proxy != null) {
            return new X509(Path.of(proxy));
        }
        return OidcClient.from(environment, "DAPPLE_RUCIO", "openid profile", "rucio")
                .<Authentication>map(Oidc::new)
                .orElseGet(() -> new UserPass(
                        environment.text("DAPPLE_RUCIO_USER", ""), environment.secret("DAPPLE_RUCIO_PASSWORD")));
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!url.toString().matches("https?://[^?#]*[^/?#]")) {
            problems.add(
                    "DAPPLE_RUCIO_URL must be an http or https URL without a trailing slash and is \"" + url + "\"");
        }
        if (authentication instanceof UserPass login && login.user().isBlank()) {
            problems.add("DAPPLE_RUCIO_USER, DAPPLE_RUCIO_X509_FILE or DAPPLE_OIDC_TOKEN_URL must say how to log in to"
                    + " Rucio");
        }
        if (timeout.toMillis() < 100 || timeout.toSeconds() > 120) {
            problems.add("DAPPLE_RUCIO_SECONDS must be from 0.1 to 120 and is " + timeout.toMillis() / 1000.0);
        }
        return problems;
    }
}
