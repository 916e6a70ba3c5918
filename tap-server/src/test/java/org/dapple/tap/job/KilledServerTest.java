package org.dapple.tap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.RealObservations;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The process of a server is killed at work, twice, as the kernel does when memory runs out. */
class KilledServerTest {

    /** Some tenths of a second of work: five times 17 to the fifth power rows. */
    private static final String QUERY = "SELECT COUNT(*) AS n FROM ivoa.obscore AS a, ivoa.obscore AS b,"
            + " ivoa.obscore AS c, ivoa.obscore AS d, ivoa.obscore AS e, (SELECT TOP 5 obs_id FROM ivoa.obscore) AS f";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @BeforeAll
    static void insert() {
        RealObservations.insertInto(DATABASE);
    }

    @Test
    void noJobIsLost(@TempDir Path results) {
        List<String> jobs;
        try (ServerJvm first = start(results)) {
            jobs = IntStream.range(0, 10)
                    .mapToObj(i -> client(first).run(QUERY))
                    .toList();
            // Not the first that it runs, which may be done before it can be asked.
            client(first).await(jobs.get(4), "EXECUTING");
        }
        try (ServerJvm second = start(results)) {
            client(second).await(jobs.get(8), "EXECUTING");
        }

        try (ServerJvm third = start(results)) {
            assertThat(jobs).allSatisfy(job -> {
                client(third).await(job, "COMPLETED");
                assertThat(client(third).get(job + "/results/result").body()).isEqualTo("n\r\n7099285\r\n");
            });
        }
    }

    private static ServerJvm start(Path results) {
        return ServerJvm.start(Map.of(
                "DAPPLE_DATABASE_URL", DATABASE.jdbcUrl(),
                "DAPPLE_DATABASE_USER", DATABASE.user(),
                "DAPPLE_DATABASE_PASSWORD", DATABASE.password(),
                "DAPPLE_RESULT_DIR", results.toString(),
                "DAPPLE_ASYNC_JOBS", "1",
                "DAPPLE_JOB_LEASE_SECONDS", "2"));
    }

    private static JobClient client(ServerJvm server) {
        return new JobClient("http://localhost:" + server.port() + "/tap/async");
    }
}
