package org.dapple.bench.links;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dapple.bench.client.HttpConnection;
import org.dapple.bench.lab.ServerProcess;

/** One identifier at a time, of which Rucio's word is remembered. */
final class Cached {

    private static final int DIDS = 200;
    private static final int WARM_UP = 3000;
    private static final int REQUESTS = 2000;

    private Cached() {}

    static void measure(Lake lake, PrintStream out) throws IOException {
        List<Double> millis = new ArrayList<>();
        try (ServerProcess server = lake.serve(Map.of("DAPPLE_REPLICA_FRESH_SECONDS", "3600"));
                HttpConnection links = new HttpConnection(server.port())) {
            for (int request = -WARM_UP; request < REQUESTS; request++) {
                String did = lake.dids().get((request + WARM_UP) % DIDS).identifier();
                double taken = links.get("/datalink/links?client_latitude=52&client_longitude=6&ID="
                                        + URLEncoder.encode(did, StandardCharsets.UTF_8))
                                .nanos()
                        / 1e6;
                if (request >= 0) {
                    millis.add(taken);
                }
            }
        }
        Times times = Times.of(millis);
        out.printf(
                "| one identifier that is remembered | %.2f ms | ≤ 2 ms | median of %d; 90 %% within %.2f ms, 99 %% within %.2f ms |%n",
                times.median(), REQUESTS, times.within(0.9), times.within(0.99));
    }
}
