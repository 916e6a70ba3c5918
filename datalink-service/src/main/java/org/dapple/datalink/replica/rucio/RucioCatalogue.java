package org.dapple.datalink.replica.rucio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dapple.datalink.config.RucioSettings;
import org.dapple.datalink.place.Place;
import org.dapple.datalink.replica.CatalogueException;
import org.dapple.datalink.replica.Did;
import org.dapple.datalink.replica.Findings;
import org.dapple.datalink.replica.Holding;
import org.dapple.datalink.replica.Replica;
import org.dapple.datalink.replica.ReplicaCatalogue;
import org.dapple.datalink.replica.ReplicaState;
import org.dapple.datalink.replica.wire.JsonLines;
import org.dapple.datalink.replica.wire.Wire;

/**
 * Rucio's REST server: one {@code POST /replicas/list} for all DIDs. An unknown DID and a dataset have no line in its
 * answer, so those are asked for one by one.
 */
public final class RucioCatalogue implements ReplicaCatalogue {

    /** Without these Rucio tells one protocol for each storage element, whichever it likes best. */
    private static final List<String> SCHEMES =
            List.of("https", "davs", "http", "dav", "root", "s3", "srm", "gsiftp", "storm");

    private final RucioWire rucio;
    private final RseDirectory rses;
    private final JsonMapper mapper = new JsonMapper();
    private final JsonLines json = new JsonLines();

    public RucioCatalogue(RucioSettings settings, Wire wire) {
        this.rucio = new RucioWire(settings, wire);
        this.rses = new RseDirectory(rucio);
    }

    @Override
    public String name() {
        return "rucio";
    }

    @Override
    public Findings find(Set<Did> dids) throws CatalogueException {
        try {
            Map<Did, Holding> found = files(dids);
            Set<Did> rest = new HashSet<>(dids);
            rest.removeAll(found.keySet());
            for (Did did : rest) {
                other(did).ifPresent(holding -> found.put(did, holding));
            }
            return Findings.complete(found);
        } catch (HttpTimeoutException e) {
            throw new CatalogueException("Rucio does not answer in time", e);
        } catch (IOException e) {
            throw new CatalogueException("Rucio does not answer as it should", e);
        }
    }

    @Override
    public Optional<Place> placeOf(String siteOrRse) {
        return rses.placeOf(siteOrRse);
    }

    private Map<Did, Holding> files(Set<Did> dids) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        rucio.post("/replicas/list", question(dids), (head, body) -> {
            if (head.statusCode() != 200) {
                throw new IOException("status " + head.statusCode());
            }
            json.each(body, line -> {
                // The files of datasets have lines as well.
                if (dids.contains(did(line))) {
                    lines.add(line);
                }
            });
            return lines;
        });
        Map<Did, Holding> files = new HashMap<>();
        lines.forEach(line -> files.put(did(line), file(line)));
        return files;
    }

    private String question(Set<Did> dids) {
        ObjectNode body = mapper.createObjectNode();
        ArrayNode asked = body.putArray("dids");
        dids.forEach(did -> asked.addObject().put("scope", did.scope()).put("name", did.name()));
        SCHEMES.forEach(body.putArray("schemes")::add);
        body.put("all_states", true);
        body.put("ignore_availability", true);
        return body.toString();
    }

    private static Did did(JsonNode line) {
        return new Did(line.path("scope").asText(), line.path("name").asText());
    }

    private Holding file(JsonNode line) {
        List<Replica> replicas = new ArrayList<>();
        line.path("pfns").properties().forEach(pfn -> replicas.add(replica(pfn.getKey(), pfn.getValue(), line)));
        JsonNode bytes = line.path("bytes");
        return new Holding.File(
                bytes.isIntegralNumber() && bytes.longValue() >= 0 ? Optional.of(bytes.longValue()) : Optional.empty(),
                checksum(line, "adler32"),
                checksum(line, "md5"),
                replicas);
    }

    private Replica replica(String pfn, JsonNode about, JsonNode line) {
        String rse = about.path("rse").asText("");
        return new Replica(
                rses.rse(rse, about.path("type").asText().equals("TAPE")),
                pfn,
                ReplicaState.named(line.path("states").path(rse).asText("AVAILABLE"))
                        .orElse(ReplicaState.UNAVAILABLE),
                about.path("priority").asInt(Integer.MAX_VALUE));
    }

    private static Optional<String> checksum(JsonNode line, String kind) {
        return Optional.ofNullable(line.path(kind).textValue()).filter(sum -> sum.matches("[0-9a-fA-F]{8,32}"));
    }

    /** What a DID is that has no line: nothing, a file without a copy, or a dataset or container. */
    private Optional<Holding> other(Did did) throws IOException {
        String path = RucioWire.path("dids", did.scope(), did.name());
        Optional<String> type = rucio.get(
                path,
                (head, body) -> head.statusCode() == 404
                        ? Optional.empty()
                        : Optional.of(json.one(body).path("type").asText()));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                type.get().equals("FILE")
                        ? Holding.File.withoutReplica()
                        : rucio.get(path + "/dids", (head, body) -> {
                            List<Did> children = new ArrayList<>();
                            json.each(body, line -> children.add(did(line)));
                            return new Holding.Collection(children);
                        }));
    }
}
