package org.dapple.datalink.replica;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dapple.datalink.place.Place;

/**
 * A storage element of Rucio.
 *
 * @param name such as {@code STFC_STORM}
 * @param site the site it belongs to, where that is known
 * @param tape whether files must be staged before they can be read
 * @param readable whether Rucio lets it be read
 * @param place where it stands, where that is known
 * @param services cutout services that read its files where they lie
 */
public record Rse(
        String name,
        Optional<String> site,
        boolean tape,
        boolean readable,
        Optional<Place> place,
        List<SodaEndpoint> services) {

    public Rse {
        Objects.requireNonNull(name);
        services = List.copyOf(services);
    }

    /** One of which nothing is known but its name. */
    public static Rse named(String name) {
        return new Rse(name, Optional.empty(), false, true, Optional.empty(), List.of());
    }
}
