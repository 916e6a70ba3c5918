package org.dapple.datalink.config;

import java.net.URI;
import java.util.Optional;
import org.dapple.dali.config.Environment;

/**
 * How tokens are got by client credentials of OpenID Connect.
 *
 * @param tokenUrl the provider's token endpoint
 * @param id of the client
 * @param secret never logged
 * @param scope space separated
 * @param audience whom the tokens are for
 */
public record OidcClient(URI tokenUrl, String id, String secret, String scope, String audience) {

    /** @param prefix of the variables that differ for each service, such as {@code DAPPLE_RUCIO} */
    static Optional<OidcClient> from(Environment environment, String prefix, String scope, String audience) {
        return Optional.ofNullable(environment.uri("DAPPLE_OIDC_TOKEN_URL"))
                .map(url -> new OidcClient(
                        url,
                        environment.text("DAPPLE_OIDC_CLIENT_ID", ""),
                        environment.secret("DAPPLE_OIDC_CLIENT_SECRET"),
                        environment.text(prefix + "_SCOPE", scope),
                        environment.text(prefix + "_AUDIENCE", audience)));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcClient[" + tokenUrl + ", " + id + "]";
    }
}
