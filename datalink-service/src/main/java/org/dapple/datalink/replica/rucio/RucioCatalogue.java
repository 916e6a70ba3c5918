package org.dapple.datalink.replica.rucio;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dapple.datalink.config.RucioSettings;
import org.dapple.datalink.place.Place;
import org.dapple.datalink.replica.CatalogueException;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.replica.Did;
import org.dapple.datalink.replica.Findings;
import org.dapple.datalink.replica.Holding;
import org.dapple.datalink.replica.ReplicaCatalogue;
import org.dapple.datalink.replica.Rse;
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

    private static final String LATE = "Rucio does not answer in time";

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
    public Findings find(Set<Did> dids, Deadline until) throws CatalogueException {
        try {
            Map<Did, Holding> found = files(dids, until);
            List<Did> rest =
                    dids.stream().filter(did -> !found.containsKey(did)).toList();
            return Findings.complete(found).and(others(rest, until));
        } catch (HttpTimeoutException e) {
            throw new CatalogueException(LATE, e);
        } catch (IOException e) {
            throw new CatalogueException("Rucio does not answer as it should", e);
        }
    }

    @Override
    public Optional<Place> placeOf(String siteOrRse, Deadline until) {
        return rses.placeOf(siteOrRse, until);
    }

    private Map<Did, Holding> files(Set<Did> dids, Deadline until) throws IOException {
        List<ReplicaLine> lines = new ArrayList<>();
        rucio.post("/replicas/list", question(dids), until, (head, body) -> {
            if (head.statusCode() != 200) {
                throw new IOException("status " + head.statusCode());
            }
            json.eachParsed(body, parser -> {
                ReplicaLine line = ReplicaLine.read(parser);
                // The files of datasets have lines as well.
                if (dids.contains(line.did())) {
                    lines.add(line);
                }
            });
            return lines;
        });
        Map<Did, Holding> files = new HashMap<>();
        Map<String, Rse> seen = new HashMap<>();
        for (ReplicaLine line : lines) {
            files.put(
                    line.did(),
                    line.file((rse, tape) -> seen.computeIfAbsent(rse, unseen -> rses.rse(unseen, tape, until))));
        }
        return files;
    }

    private byte[] question(Set<Did> dids) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator body = mapper.createGenerator(bytes)) {
            body.writeStartObject();
            body.writeArrayFieldStart("dids");
            for (Did did : dids) {
                body.writeStartObject();
                body.writeStringField("scope", did.scope());
                body.writeStringField("name", did.name());
                body.writeEndObject();
            }
            body.writeEndArray();
            body.writeArrayFieldStart("schemes");
            for (String scheme : SCHEMES) {
                body.writeString(scheme);
            }
            body.writeEndArray();
            body.writeBooleanField("all_states", true);
            body.writeBooleanField("ignore_availability", true);
            body.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static Did did(JsonNode line) {
        return new Did(line.path("scope").asText(), line.path("name").asText());
    }

    /** What was found already is not lost when the others are not told in time. */
    private Findings others(List<Did> dids, Deadline until) throws IOException {
        Map<Did, Holding> found = new HashMap<>();
        for (Did did : dids) {
            try {
                other(did, until).ifPresent(holding -> found.put(did, holding));
            } catch (HttpTimeoutException e) {
                return new Findings(found, Optional.of(LATE));
            }
        }
        return Findings.complete(found);
    }

    /** What a DID is that has no line: nothing, a file without a copy, or a dataset or container. */
    private Optional<Holding> other(Did did, Deadline until) throws IOException {
        String path = RucioWire.path("dids", did.scope(), did.name());
        Optional<String> type = rucio.get(
                path,
                until,
                (head, body) -> head.statusCode() == 404
                        ? Optional.empty()
                        : Optional.of(json.one(body).path("type").asText()));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                type.get().equals("FILE")
                        ? Holding.File.withoutReplica()
                        : rucio.get(path + "/dids", until, (head, body) -> {
                            List<Did> children = new ArrayList<>();
                            json.each(body, line -> children.add(did(line)));
                            return new Holding.Collection(children);
                        }));
    }
}
