package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dapple.dbinit.sync.Rebuild;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * After any history of writes, of several writers at once and beside a rebuild, what is in ivoa is what deriving it from
 * scratch gives, and no write has failed for the triggers' sake.
 *
 * <p>The system property {@code history.operations} makes it longer, {@code history.seed} another one.
 */
class RandomHistoryTest {

    private static final int OPERATIONS = Integer.getInteger("history.operations", 4_000);
    private static final long SEED = Long.getLong("history.seed", 5);
    private static final int WRITERS = 4;

    /** Where two tables differ, the columns given; pending entries but for when they came. */
    private static final String DIFFERENCES = """
            SELECT string_agg(row, E'\\n') FROM (
              (SELECT 'before: ' || to_jsonb(b)::text AS row FROM before_%1$s AS b EXCEPT ALL SELECT 'before: ' || to_jsonb(n)::text FROM (SELECT %2$s FROM ivoa.%1$s) AS n)
              UNION ALL
              (SELECT 'scratch: ' || to_jsonb(n)::text FROM (SELECT %2$s FROM ivoa.%1$s) AS n EXCEPT ALL SELECT 'scratch: ' || to_jsonb(b)::text FROM before_%1$s AS b)
              LIMIT 10) AS differences
            """;

    private static final String PENDING = "rucio_did_scope, rucio_did_name, visible, reason, problems";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    @Test
    void leavesWhatDerivingFromScratchGives() throws Exception {
        write();
        new RandomHistory(database, SEED).end();
        try (Dids dids = new Dids(database)) {
            assertThat(dids.value("SELECT count(*) > 100 FROM ivoa.obscore")).isEqualTo("t");
            assertThat(dids.value("SELECT count(*) > 100 FROM ivoa.obscore_pending"))
                    .isEqualTo("t");
            assertThat(
                            dids.value(
                                    "SELECT string_agg(reason, E'\\n') FROM ivoa.obscore_pending WHERE reason LIKE 'the database refused%'"))
                    .isNull();
            deriveFromScratch(dids);
            assertThat(dids.value(DIFFERENCES.formatted("obscore", "*"))).isNull();
            assertThat(dids.value(DIFFERENCES.formatted("obscore_radio", "*"))).isNull();
            assertThat(dids.value(DIFFERENCES.formatted("obscore_pending", PENDING)))
                    .isNull();
        }
    }

    private static void write() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS + 1);
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            var history = new RandomHistory(database, SEED * WRITERS + writer);
            writers.add(pool.submit(() -> history.run(OPERATIONS / WRITERS)));
        }
        List<Future<?>> written = List.copyOf(writers);
        Future<?> rebuilt = pool.submit(() -> rebuild(written));
        for (Future<?> writer : written) {
            writer.get();
        }
        rebuilt.get();
        pool.shutdown();
    }

    /** Again and again, with pauses for the writers, until they are done. */
    private static Void rebuild(List<Future<?>> writers) throws SQLException, InterruptedException {
        try (var owner = database.connect()) {
            while (!writers.stream().allMatch(Future::isDone)) {
                Rebuild.run(owner, derived -> {});
                Thread.sleep(1000);
            }
        }
        return null;
    }

    private static void deriveFromScratch(Dids dids) throws SQLException {
        dids.runAsOwner("CREATE TEMP TABLE before_obscore AS SELECT * FROM ivoa.obscore");
        dids.runAsOwner("CREATE TEMP TABLE before_obscore_radio AS SELECT * FROM ivoa.obscore_radio");
        dids.runAsOwner("CREATE TEMP TABLE before_obscore_pending AS SELECT " + PENDING + " FROM ivoa.obscore_pending");
        dids.runAsOwner("DELETE FROM ivoa.obscore");
        dids.runAsOwner("DELETE FROM ivoa.obscore_pending");
        dids.runAsOwner("CALL ivoa.resync()");
    }
}
