package org.dapple.datalink.replica.rucio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.dapple.datalink.place.Place;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.replica.Rse;
import org.dapple.datalink.replica.SodaEndpoint;
import org.dapple.datalink.replica.wire.JsonLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Rucio knows of its storage elements: kind, whether they can be read, and place from the list; site, and the cutout
 * services beside them ({@code soda_sync}, {@code soda_async}, {@code soda_ivoid}) from their attributes. It is asked
 * seldom; while Rucio cannot be asked, what was known stays.
 */
final class RseDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(RseDirectory.class);
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** Meanwhile nobody waits again for what could not be had. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final RucioWire rucio;
    private final JsonLines json = new JsonLines();
    private final ReentrantLock renewing = new ReentrantLock();
    private final Map<String, Rse> complete = new ConcurrentHashMap<>();
    private volatile Map<String, JsonNode> listed = Map.of();
    private volatile Instant due = Instant.MIN;
    private volatile Instant attributesDue = Instant.MIN;

    RseDirectory(RucioWire rucio) {
        this.rucio = rucio;
    }

    /**
     * One of which a replica is told; without its attributes where they are not there in time.
     *
     * @param tape what the replica says of it, for one that is not in the list
     */
    Rse rse(String name, boolean tape, Deadline until) {
        renew(until);
        Rse known = complete.get(name);
        if (known != null) {
            return known;
        }
        JsonNode columns = listed.get(name);
        return columns == null
                ? new Rse(name, Optional.empty(), tape, true, Optional.empty(), List.of())
                : withAttributes(name, columns, until);
    }

    /** Where a site or storage element stands. */
    Optional<Place> placeOf(String siteOrRse, Deadline until) {
        renew(until);
        return listed.keySet().stream()
                .sorted()
                .map(name -> rse(name, false, until))
                .filter(rse -> rse.name().equals(siteOrRse) || rse.site().equals(Optional.of(siteOrRse)))
                .flatMap(rse -> rse.place().stream())
                .findFirst();
    }

    /** One thread asks; others go on with what there is, and wait only when there is nothing yet. */
    private void renew(Deadline until) {
        if (Instant.now().isBefore(due) || (!listed.isEmpty() && renewing.isLocked())) {
            return;
        }
        renewing.lock();
        try {
            if (!Instant.now().isBefore(due)) {
                listed = list(until);
                complete.clear();
                due = Instant.now().plus(FRESH);
            }
        } catch (IOException e) {
            LOG.warn("the list of storage elements cannot be read: {}", e.getMessage());
            due = Instant.now().plus(AGAIN);
        } finally {
            renewing.unlock();
        }
    }

    private Map<String, JsonNode> list(Deadline until) throws IOException {
        Map<String, JsonNode> rses = new HashMap<>();
        return rucio.get("/rses/", until, (head, body) -> {
            json.each(body, rse -> rses.put(rse.path("rse").asText(), rse));
            return rses;
        });
    }

    private Rse withAttributes(String name, JsonNode columns, Deadline until) {
        if (Instant.now().isBefore(attributesDue)) {
            return rse(name, columns, MissingNode.getInstance());
        }
        try {
            JsonNode attributes =
                    rucio.get(RucioWire.path("rses", name) + "/attr/", until, (head, body) -> json.one(body));
            Rse rse = rse(name, columns, attributes);
            complete.put(name, rse);
            return rse;
        } catch (IOException e) {
            LOG.warn("the attributes of storage element {} cannot be read: {}", name, e.getMessage());
            attributesDue = Instant.now().plus(AGAIN);
            return rse(name, columns, MissingNode.getInstance());
        }
    }

    private static Rse rse(String name, JsonNode columns, JsonNode attributes) {
        return new Rse(
                name,
                text(attributes, "site"),
                columns.path("rse_type").asText().equals("TAPE"),
                columns.path("availability_read").asBoolean(true),
                place(columns).or(() -> place(attributes)),
                services(attributes));
    }

    private static List<SodaEndpoint> services(JsonNode attributes) {
        Optional<String> ivoid = text(attributes, "soda_ivoid");
        List<SodaEndpoint> services = new ArrayList<>();
        text(attributes, "soda_sync").ifPresent(url -> services.add(new SodaEndpoint(false, url, ivoid)));
        text(attributes, "soda_async").ifPresent(url -> services.add(new SodaEndpoint(true, url, ivoid)));
        return services;
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.ofNullable(node.path(member).textValue()).filter(text -> !text.isBlank());
    }

    /** Columns are numbers, attributes may be text. */
    private static Optional<Place> place(JsonNode node) {
        double latitude = node.path("latitude").asDouble(Double.NaN);
        double longitude = node.path("longitude").asDouble(Double.NaN);
        return Place.isPlace(latitude, longitude) ? Optional.of(new Place(latitude, longitude)) : Optional.empty();
    }
}
