package org.dapple.datalink.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The address that a request comes from. Anybody can write X-Forwarded-For; only what our own proxies append is true.
 *
 * @param trustedProxies how many proxies of ours each request passes
 */
record ConnectionAddress(int trustedProxies) {

    Optional<String> of(HttpServletRequest request) {
        if (trustedProxies == 0) {
            return Optional.ofNullable(request.getRemoteAddr());
        }
        List<String> forwarded = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            forwarded.addAll(List.of(header.split("\\s*,\\s*")));
        }
        return forwarded.size() < trustedProxies
                ? Optional.empty()
                : Optional.of(forwarded.get(forwarded.size() - trustedProxies));
    }
}
