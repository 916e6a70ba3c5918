package org.dapple.datalink.place;

import java.util.Optional;

/** Tells where an internet address is, as far as anybody knows. */
public interface AddressPlaces {

    /**
     * The place of an address.
     *
     * @param address IPv4 or IPv6 literal; anything else is at no place, and is never looked up as a name
     */
    Optional<Place> of(String address);

    /** For sites that have no such knowledge. */
    static AddressPlaces unknown() {
        return address -> Optional.empty();
    }
}
