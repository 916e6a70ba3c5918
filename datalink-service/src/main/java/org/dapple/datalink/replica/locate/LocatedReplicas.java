package org.dapple.datalink.replica.locate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dapple.datalink.replica.Replica;
import org.dapple.datalink.replica.ReplicaState;
import org.dapple.datalink.replica.Rse;
import org.dapple.datalink.replica.SodaEndpoint;

/** Reads an answer of locate: a list in rank order, or as of older releases an object keyed by storage element. */
final class LocatedReplicas {

    private LocatedReplicas() {}

    static List<Replica> read(JsonNode answer) {
        List<Replica> replicas = new ArrayList<>();
        if (answer.isArray()) {
            answer.forEach(entry -> add(entry.path("identifier").asText(""), entry, replicas));
        } else {
            answer.properties().forEach(entry -> add(entry.getKey(), entry.getValue(), replicas));
        }
        return replicas;
    }

    private static void add(String name, JsonNode entry, List<Replica> replicas) {
        Rse rse = new Rse(name, Optional.empty(), false, true, Optional.empty(), services(entry));
        for (JsonNode pfn : entry.path("replicas")) {
            if (pfn.isTextual()) {
                replicas.add(new Replica(rse, pfn.textValue(), ReplicaState.AVAILABLE, replicas.size() + 1));
            }
        }
    }

    private static List<SodaEndpoint> services(JsonNode entry) {
        List<SodaEndpoint> services = new ArrayList<>();
        for (JsonNode service : entry.path("colocated_services")) {
            String type = service.path("type").asText("").toLowerCase(Locale.ROOT);
            String host = service.path("host").asText("");
            if (type.contains("soda") && !host.isEmpty()) {
                services.add(new SodaEndpoint(
                        type.contains("async"),
                        url(service, host),
                        Optional.ofNullable(service.at("/other_attributes/resourceIdentifier/value")
                                .textValue())));
            }
        }
        return services;
    }

    private static String url(JsonNode service, String host) {
        String scheme = service.path("prefix").asText("https").replace("://", "");
        int port = service.path("port").asInt(0);
        String path = service.path("path").asText("");
        return scheme + "://" + host + (port == 0 ? "" : ":" + port)
                + (path.isEmpty() || path.startsWith("/") ? "" : "/") + path;
    }
}
