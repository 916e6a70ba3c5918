package org.dapple.datalink.place;

import java.util.Objects;

/**
 * Where a client is, and how that is known.
 *
 * @param place where
 * @param source in words that end a sentence, such as {@code site SKAO-JBO}
 */
public record ClientPlace(Place place, String source) {

    public ClientPlace {
        Objects.requireNonNull(place);
        Objects.requireNonNull(source);
    }
}
