package org.dapple.bench.links;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dapple.bench.client.HttpConnection;
import org.dapple.bench.lab.ServerProcess;
import org.dapple.dali.did.PublisherDid;

/** A thousand identifiers in one POST, of which nothing is remembered, beside Rucio's own answer for the same DIDs. */
final class Thousand {

    private static final int IDS = 1000;

    /** As of a service that runs for days: for some hundred requests Java compiles beside them what they run through. */
    private static final int WARM_UP = 500;

    private static final int ROUNDS = 40;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private Thousand() {}

    static void measure(Lake lake, PrintStream out) throws IOException {
        List<Double> service = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        List<Double> more = new ArrayList<>();
        String token = lake.rucio().newToken();
        try (ServerProcess server = lake.serve(Map.of("DAPPLE_REPLICA_FRESH_SECONDS", "0"));
                HttpConnection links = new HttpConnection(server.port());
                HttpConnection rucio = new HttpConnection(lake.rucio().port())) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                List<PublisherDid> dids = some(lake.dids(), round + WARM_UP);
                byte[] question = question(dids);
                double ofRucio = rucio.post(
                                        "/replicas/list",
                                        "Content-Type: application/json\r\nX-Rucio-Auth-Token: " + token + "\r\n",
                                        question)
                                .nanos()
                        / 1e6;
                int before = lake.rucio().listings();
                double ofAll = links.post("/datalink/links", FORM, form(dids)).nanos() / 1e6;
                requireOne(lake.rucio().listings() - before);
                if (round >= 0) {
                    alone.add(ofRucio);
                    service.add(ofAll);
                    more.add(ofAll - ofRucio);
                }
            }
        }
        report(Times.of(service), Times.of(alone), Times.of(more), out);
    }

    private static void report(Times service, Times alone, Times more, PrintStream out) {
        out.printf(
                "| 1,000 identifiers in one POST, one question to Rucio | %.1f ms more than Rucio alone | ≤ 20 ms more |"
                        + " %.1f ms, Rucio alone %.1f ms; medians of %d after %d others; 90 %% within %.1f ms more |%n",
                more.median(), service.median(), alone.median(), ROUNDS, WARM_UP, more.within(0.9));
    }

    private static List<PublisherDid> some(List<PublisherDid> dids, int round) {
        int from = round * IDS % (dids.size() - IDS + 1);
        return dids.subList(from, from + IDS);
    }

    private static void requireOne(int listings) {
        if (listings != 1) {
            throw new IllegalStateException("Rucio was asked " + listings + " times for a thousand DIDs");
        }
    }

    /** As the service asks. */
    private static byte[] question(List<PublisherDid> dids) {
        return dids.stream()
                .map(did -> "{\"scope\": \"%s\", \"name\": \"%s\"}".formatted(did.scope(), did.name()))
                .collect(Collectors.joining(",", "{\"dids\": [", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] form(List<PublisherDid> dids) {
        return dids.stream()
                .map(did -> "ID=" + URLEncoder.encode(did.identifier(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
