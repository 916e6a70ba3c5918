package org.dapple.datalink.replica;

import java.util.Objects;
import java.util.Optional;

/**
 * A cutout service beside a storage element (SODA 1.0).
 *
 * @param async whether it works as jobs
 * @param url its access URL
 * @param ivoid its identifier in the registry
 */
public record SodaEndpoint(boolean async, String url, Optional<String> ivoid) {

    public SodaEndpoint {
        Objects.requireNonNull(url);
        Objects.requireNonNull(ivoid);
    }
}
