package org.dapple.bench.soak;

import java.sql.SQLException;
import java.time.Duration;
import org.dapple.bench.lab.ServerProcess;

/** Two servers on one database, one of which is killed. */
final class Takeover {

    private static final int JOBS = 4;
    private static final Duration ALLOWED = Duration.ofSeconds(Arena.LEASE_SECONDS);

    private static final int LONG_FACTOR = 4000;

    private final Arena arena;

    Takeover(Arena arena) {
        this.arena = arena;
    }

    void run(int rounds) throws Exception {
        for (int round = 1; round <= rounds; round++) {
            arena.forgetJobs();
            ServerProcess first = arena.startServer();
            TapClient client = new TapClient(first.port());
            for (int i = 0; i < JOBS; i++) {
                client.run(JobBatch.LONG.formatted(LONG_FACTOR));
            }
            Arena.await("all to run", () -> count("phase = 'EXECUTING'") == JOBS);
            try (ServerProcess second = arena.startServer()) {
                TapClient other = new TapClient(second.port());
                Arena.require(count("attempt = 1 AND phase = 'EXECUTING'") == JOBS, "all run at the first server");
                first.kill();
                Duration took = Arena.await("takeover", () -> count("attempt = 2") == JOBS);
                Arena.require(took.compareTo(ALLOWED) < 0, "they are taken over within the lease: " + took);
                Arena.await("all to end", () -> count("phase = 'COMPLETED'") == JOBS);
                Arena.require(other.get("/tap/async").statusCode() == 200, "the second server answers for them");
                System.out.printf(
                        "  kill %d: all of %d taken over after %.1f s of a lease of %d s, and completed%n",
                        round, JOBS, took.toMillis() / 1e3, Arena.LEASE_SECONDS);
            }
        }
    }

    private long count(String condition) throws SQLException {
        return arena.number("SELECT count(*) FROM uws.jobs WHERE " + condition);
    }
}
