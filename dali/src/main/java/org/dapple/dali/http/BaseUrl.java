package org.dapple.dali.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/**
 * The URL under which clients reach the webapp.
 *
 * @param configured what the site says, or empty: then what the client of each request used
 */
public record BaseUrl(Optional<URI> configured) {

    /** Without a trailing slash, such as {@code https://example.org/dapple}. */
    public String of(HttpServletRequest request) {
        return configured.map(URI::toString).orElseGet(() -> {
            String url = request.getRequestURL().toString();
            int path = url.indexOf('/', url.indexOf("//") + 2);
            return url.substring(0, path) + request.getContextPath();
        });
    }
}
