package org.dapple.datalink.replica;

import java.util.Objects;

/**
 * A data identifier of Rucio: a file, dataset or container.
 *
 * @param scope not empty, without a colon
 * @param name not empty
 */
public record Did(String scope, String name) {

    public Did {
        Objects.requireNonNull(scope);
        Objects.requireNonNull(name);
    }

    /** {@code scope:name}. */
    @Override
    public String toString() {
        return scope + ":" + name;
    }
}
