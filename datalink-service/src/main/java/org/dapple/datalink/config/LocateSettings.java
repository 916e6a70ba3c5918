package org.dapple.datalink.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dapple.dali.config.Environment;

/**
 * How the SRCNet's data management API is asked.
 *
 * @param url of its version, such as {@code https://data-management.example.org/api/v1}
 * @param client how tokens for it are got, where it wants them
 * @param timeout how long one question may take
 */
public record LocateSettings(URI url, Optional<OidcClient> client, Duration timeout) {

    static Optional<LocateSettings> from(Environment environment) {
        return Optional.ofNullable(environment.uri("DAPPLE_LOCATE_URL"))
                .map(url -> new LocateSettings(
                        url,
                        OidcClient.from(
                                environment,
                                "DAPPLE_LOCATE",
                                "openid profile data-management-api-service",
                                "data-management-api"),
                        environment.seconds("DAPPLE_LOCATE_SECONDS", Duration.ofSeconds(10))));
    }

    List<String> problems() {
        return url.toString().matches("https?://[^?#]*[^/?#]")
                ? List.of()
                : List.of("DAPPLE_LOCATE_URL must be an http or https URL without a trailing slash and is \"" + url
                        + "\"");
    }
}
