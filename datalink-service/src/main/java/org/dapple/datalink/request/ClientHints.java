package org.dapple.datalink.request;

import java.util.Optional;
import org.dapple.datalink.place.Place;

/**
 * What a request tells about where its client is; the first that is present and leads to a place counts.
 *
 * @param place client_latitude and client_longitude
 * @param site name of a site or storage element
 * @param address client_ip_address
 * @param connection the address that the request comes from, as far as it can be trusted
 */
public record ClientHints(
        Optional<Place> place, Optional<String> site, Optional<String> address, Optional<String> connection) {}
