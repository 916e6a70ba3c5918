package org.dapple.datalink.links;

import java.util.Optional;
import org.dapple.datalink.place.AddressPlaces;
import org.dapple.datalink.place.ClientPlace;
import org.dapple.datalink.replica.Catalogues;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.request.ClientHints;

/**
 * Finds out where a client is: what it says itself comes before its site, that before the address it names, and that
 * before the address it has.
 *
 * @param addresses knows where addresses are
 * @param catalogues know where sites are
 */
public record ClientLocator(AddressPlaces addresses, Catalogues catalogues) {

    Optional<ClientPlace> locate(ClientHints hints, Deadline until) {
        return hints.place()
                .map(place -> new ClientPlace(place, "client_latitude and client_longitude"))
                .or(() -> hints.site().flatMap(site -> site(site, until)))
                .or(() -> hints.address().flatMap(address -> address(address, "client_ip_address")))
                .or(() -> hints.connection().flatMap(address -> address(address, "the client's address")));
    }

    private Optional<ClientPlace> site(String name, Deadline until) {
        return catalogues.placeOf(name, until).map(place -> new ClientPlace(place, "site " + name));
    }

    private Optional<ClientPlace> address(String address, String source) {
        return addresses.of(address.strip()).map(place -> new ClientPlace(place, source));
    }
}
