package org.dapple.datalink.rank;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dapple.datalink.place.ClientPlace;
import org.dapple.datalink.place.Place;
import org.dapple.datalink.replica.Rse;

/** How far storage elements are from a client: each is measured once, however many files of a request it has. */
final class Distances {

    private static final Distance UNKNOWN = new Distance(Double.POSITIVE_INFINITY, Optional.empty());

    private final Optional<ClientPlace> client;
    private final Map<Place, Distance> measured = new HashMap<>();

    /**
     * One distance.
     *
     * @param kilometres infinite where a place is not known
     * @param words what follows a comma, where both places are known
     */
    record Distance(double kilometres, Optional<String> words) {}

    Distances(Optional<ClientPlace> client) {
        this.client = client;
    }

    Distance to(Rse rse) {
        return client.isEmpty() || rse.place().isEmpty()
                ? UNKNOWN
                : measured.computeIfAbsent(rse.place().get(), this::measure);
    }

    private Distance measure(Place place) {
        ClientPlace from = client.orElseThrow();
        double kilometres = from.place().distanceTo(place);
        return new Distance(
                kilometres,
                Optional.of(String.format(Locale.ROOT, "%,d km from %s", Math.round(kilometres), from.source())));
    }
}
