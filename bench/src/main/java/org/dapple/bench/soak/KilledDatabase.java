package org.dapple.bench.soak;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.dapple.bench.lab.ServerProcess;

/** The database is killed while jobs and queries run, and comes back after some seconds. */
final class KilledDatabase {

    private static final int JOBS = 30;
    private static final Duration AWAY = Duration.ofSeconds(4);
    private static final String SMALL = "SELECT COUNT(*) AS n FROM tap_schema.tables";

    private final Arena arena;

    KilledDatabase(Arena arena) {
        this.arena = arena;
    }

    void run(int rounds) throws Exception {
        arena.forgetJobs();
        try (ServerProcess server = arena.startServer()) {
            TapClient client = new TapClient(server.port());
            JobBatch batch = new JobBatch(arena, client, JOBS);
            for (int round = 1; round <= rounds; round++) {
                arena.forgetJobs();
                batch.submit(client);
                Arena.await("4 jobs to run", () -> batch.count("phase = 'EXECUTING'") == 4);
                arena.database().kill();
                Duration noticed = Arena.await("availability to be false", () -> !isAvailable(client));
                requireToldToComeBack(client);
                Thread.sleep(AWAY.toMillis());
                arena.database().startAgain();
                Duration recovered = Arena.await("queries to be answered", () -> isWell(client));
                int errors = batch.verify(client);
                System.out.printf(
                        "  kill %d: told after %.1f s, well again %.1f s after the database; %d jobs whole, %d in error%n",
                        round, noticed.toMillis() / 1e3, recovered.toMillis() / 1e3, JOBS - errors, errors);
            }
        }
    }

    private static void requireToldToComeBack(TapClient client) throws IOException {
        HttpResponse<byte[]> answer = client.sync(SMALL);
        Arena.require(answer.statusCode() == 503, "a query is told to come back: " + answer.statusCode());
        Arena.require(answer.headers().firstValue("Retry-After").isPresent(), "and when");
        Arena.require(client.get("/health/ready").statusCode() == 503, "the service is not ready");
        Arena.require(client.get("/health/live").statusCode() == 200, "the service is alive");
        Arena.require(client.get("/tap/async").statusCode() == 503, "jobs are told to come back");
    }

    private static boolean isAvailable(TapClient client) throws IOException {
        String document = new String(client.get("/tap/availability").body(), StandardCharsets.UTF_8);
        return document.contains("<vosi:available>true</vosi:available>");
    }

    private static boolean isWell(TapClient client) throws IOException {
        return isAvailable(client)
                && client.get("/health/ready").statusCode() == 200
                && client.sync(SMALL).statusCode() == 200;
    }
}
