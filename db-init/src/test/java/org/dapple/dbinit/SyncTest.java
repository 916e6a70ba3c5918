package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Rucio does to rucio.dids, as the role and with the search_path that Rucio has, and what follows in ivoa. */
class SyncTest {

    private static final String COMPLETE = "{\"calib_level\": 2, \"obs_collection\": \"C\", \"obs_id\": \"O\"}";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private Dids dids;

    @BeforeEach
    void connect() throws SQLException {
        dids = new Dids(database);
    }

    @AfterEach
    void empty() throws SQLException {
        dids.runAsOwner("TRUNCATE rucio.dids");
        dids.close();
    }

    @Test
    void aDidBecomesVisibleKeyByKeyChangesAndGoes() throws SQLException {
        dids.upsert("a", "{\"obs_collection\": \"C\"}");
        assertThat(dids.reason("a")).isEqualTo("calib_level is missing; obs_id is missing");
        dids.upsert("a", "{\"obs_id\": \"O\"}");
        assertThat(dids.reason("a")).isEqualTo("calib_level is missing");
        dids.upsert("a", "{\"calib_level\": 3}");
        assertThat(dids.reason("a")).isNull();
        assertThat(dids.column("a", "obs_publisher_did")).isEqualTo("ivo://dapple.local/data?test:a");
        dids.upsert("a", "{\"obs_id\": \"P\", \"target_name\": \"M83\"}");
        assertThat(dids.column("a", "obs_id || target_name")).isEqualTo("PM83");
        dids.removeKey("a", "calib_level");
        assertThat(dids.visible("a")).isFalse();
        assertThat(dids.reason("a")).isEqualTo("calib_level is missing");
        dids.delete("a");
        assertThat(dids.reason("a")).isNull();
    }

    @Test
    void aRolledBackWriteLeavesNothing() throws SQLException {
        dids.upsert("a", COMPLETE);
        dids.rucio().setAutoCommit(false);
        dids.upsert("b", COMPLETE);
        dids.removeKey("a", "obs_id");
        dids.rucio().rollback();
        dids.rucio().setAutoCommit(true);
        assertThat(dids.visible("a")).isTrue();
        assertThat(dids.visible("b")).isFalse();
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore_pending")).isEqualTo("0");
    }

    @Test
    void aKeyRemovedFromEveryRowTouchesOnlyThoseThatHadIt() throws SQLException {
        dids.upsert(
                "with", "{\"target_name\": \"T\", \"calib_level\": 2, \"obs_collection\": \"C\", \"obs_id\": \"O\"}");
        dids.upsert("without", COMPLETE);
        String before = dids.column("without", "xmin");
        dids.run("UPDATE dids SET data = data - 'target_name'");
        assertThat(dids.column("with", "target_name")).isNull();
        assertThat(dids.column("without", "xmin")).isEqualTo(before);
    }

    @Test
    void anUpsertOfWhatIsThereTouchesNothing() throws SQLException {
        dids.upsert("a", COMPLETE);
        String before = dids.column("a", "xmin");
        dids.upsert("a", "{\"obs_id\": \"O\"}");
        assertThat(dids.column("a", "xmin")).isEqualTo(before);
    }

    @Test
    void aRenamedDidMoves() throws SQLException {
        dids.upsert("old", COMPLETE);
        dids.run("UPDATE dids SET name = 'new' WHERE name = 'old'");
        assertThat(dids.visible("old")).isFalse();
        assertThat(dids.column("new", "obs_publisher_did")).isEqualTo("ivo://dapple.local/data?test:new");
    }

    @Test
    void dataThatIsNullOrNoObjectIsPending() throws SQLException {
        dids.run(
                "INSERT INTO dids (scope, name, vo, data) VALUES ('test', 'null', 'def', NULL), ('test', 'list', 'def', '[1]')");
        assertThat(dids.reason("null")).contains("data is NULL").contains("obs_id is missing");
        assertThat(dids.reason("list")).contains("data: \"[1]\" is not a JSON object");
    }

    @Test
    void truncateEmptiesBoth() throws SQLException {
        dids.upsert("a", COMPLETE);
        dids.upsert("b", "{}");
        dids.runAsOwner("TRUNCATE rucio.dids");
        assertThat(dids.value(
                        "SELECT (SELECT count(*) FROM ivoa.obscore) + (SELECT count(*) FROM ivoa.obscore_pending)"))
                .isEqualTo("0");
    }

    @Test
    void whatTheDatabaseRefusesIsPendingAlone() throws SQLException {
        dids.runAsOwner("ALTER TABLE ivoa.obscore ADD CONSTRAINT no_r CHECK (obs_id <> 'r7')");
        dids.run("INSERT INTO dids (scope, name, vo, data) SELECT 'test', 'r' || i, 'def',"
                + " jsonb_build_object('calib_level', 1, 'obs_collection', 'C', 'obs_id', 'r' || i)"
                + " FROM generate_series(1, 20) AS i");
        dids.runAsOwner("ALTER TABLE ivoa.obscore DROP CONSTRAINT no_r");
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore")).isEqualTo("19");
        assertThat(dids.reason("r7"))
                .startsWith("the database refused the row: ")
                .contains("no_r");
    }

    @Test
    void megabytesAndDepthAreNoTrouble() throws SQLException {
        String big = "\"" + "x y".repeat(350_000) + "\"";
        dids.upsert("title", COMPLETE.replace("}", ", \"obs_title\": " + big + "}"));
        dids.upsert("target", COMPLETE.replace("}", ", \"target_name\": " + big + "}"));
        dids.upsert("region", COMPLETE.replace("}", ", \"s_region\": " + big + "}"));
        dids.upsert("id", COMPLETE.replace("\"O\"", big));
        dids.upsert("deep", COMPLETE.replace("}", ", \"o_ucd\": " + "[".repeat(2000) + "]".repeat(2000) + "}"));
        assertThat(dids.column("title", "length(obs_title)")).isEqualTo("1050000");
        assertThat(dids.reason("target")).endsWith("is longer than 2000 bytes").hasSizeLessThan(200);
        assertThat(dids.reason("region")).endsWith("it is 1050000 characters long, more than 100000");
        assertThat(dids.visible("id")).isFalse();
        assertThat(dids.reason("deep")).endsWith("is a list, not a single value");
    }

    @Test
    void problemsAreAListForProgramsAndWordsForPeople() throws SQLException {
        dids.upsert("a", "{\"calib_level\": 2, \"obs_id\": \"O\", \"s_ra\": \"abc\"}");
        assertThat(dids.reason("a")).isEqualTo("obs_collection is missing; s_ra: \"abc\" is not a number");
        assertThat(dids.value("SELECT problems::text FROM ivoa.obscore_pending"))
                .isEqualTo("[{\"value\": null, \"column\": \"obs_collection\", \"reason\": \"is missing\"},"
                        + " {\"value\": \"abc\", \"column\": \"s_ra\", \"reason\": \"is not a number\"}]");
    }

    @Test
    void positionFieldOfViewAndRegionFillInOneAnother() throws SQLException {
        dids.upsert("field", COMPLETE.replace("}", ", \"s_ra\": 204.25, \"s_dec\": -29.87, \"s_fov\": 1}"));
        assertThat(dids.column("field", "s_region")).isEqualTo("Circle ICRS 204.25 -29.87 0.5");
        dids.upsert("circle", COMPLETE.replace("}", ", \"s_region\": \"circle 204.25 -29.87 0.5\"}"));
        assertThat(dids.column("circle", "concat_ws(' ', s_ra, s_dec, s_fov)")).isEqualTo("204.25 -29.87 1");
        dids.upsert("polygon", COMPLETE.replace("}", ", \"s_region\": \"POLYGON 359 -1 1 -1 1 1 359 1\"}"));
        assertThat(dids.column("polygon", "concat_ws(' ', s_ra, s_dec, round(s_fov::numeric, 4))"))
                .isEqualTo("0 0 2.8284");
        dids.upsert("range", COMPLETE.replace("}", ", \"s_region\": \"range 0 360 60 90\"}"));
        assertThat(dids.column("range", "concat_ws(' ', round(s_dec::numeric, 4), round(s_fov::numeric, 4))"))
                .isEqualTo("90.0000 60.0000");
        assertThat(dids.column("range", "(s_point <@ scircle(spoint(0, radians(90)), 1e-6))"))
                .isEqualTo("true");
    }

    @Test
    void accessIsADataLinkUnlessTheMetadataSaysOtherwise() throws SQLException {
        dids.upsert("a b", COMPLETE);
        assertThat(dids.column("a b", "access_url || ' ' || access_format"))
                .isEqualTo("http://localhost:8080/datalink/links?ID=ivo%3A%2F%2Fdapple.local%2Fdata%3Ftest%3Aa%2520b"
                        + " application/x-votable+xml;content=datalink");
        dids.upsert("a b", "{\"access_url\": \"http://x/y.fits\", \"access_format\": \"image/fits\"}");
        assertThat(dids.column("a b", "access_url || ' ' || access_format")).isEqualTo("http://x/y.fits image/fits");
    }

    @Test
    void theWriterMayNotReadWriteOrCallAnythingElse() {
        for (String forbidden : List.of(
                "SELECT * FROM ivoa.obscore",
                "DELETE FROM ivoa.obscore",
                "SELECT * FROM tap_schema.tables",
                "SELECT ivoa.sync_dids('{}', '{}', '{}')",
                "TRUNCATE rucio.dids")) {
            assertThatThrownBy(() -> dids.run(forbidden)).as(forbidden).hasMessageContaining("permission denied");
        }
    }

    @Test
    void fiftyThousandRowsInOneStatementAllArrive() throws SQLException {
        dids.run("INSERT INTO dids (scope, name, vo, data) SELECT 'test', 'n' || i, 'def',"
                + " jsonb_build_object('calib_level', i % 5, 'obs_collection', 'C', 'obs_id', 'o' || i,"
                + " 's_ra', i % 360, 's_dec', i % 90, 's_fov', CASE WHEN i % 1000 = 0 THEN '\"wide\"'::jsonb ELSE '1' END)"
                + " FROM generate_series(1, 50000) AS i");
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore")).isEqualTo("50000");
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore_pending WHERE visible"))
                .isEqualTo("50");
        dids.run("DELETE FROM dids");
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore")).isEqualTo("0");
    }

    @Test
    void updatesOfThousandsOfRowsInOneStatementAllArrive() throws SQLException {
        dids.run("INSERT INTO dids (scope, name, vo, data) SELECT 'test', 'n' || i, 'def', jsonb_build_object("
                + "'calib_level', 2, 'obs_collection', 'C', 'obs_id', 'o' || i, 'big', repeat(md5(i::text), CASE i % 100 WHEN 0 THEN 9000 ELSE 1 END))"
                + " FROM generate_series(1, 3000) AS i");
        dids.run("UPDATE dids SET data = data || jsonb_build_object('target_name', name)");
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore WHERE target_name = rucio_did_name"))
                .isEqualTo("3000");
        dids.run("UPDATE dids SET name = 'renamed-' || name");
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore WHERE 'renamed-' || target_name = rucio_did_name"))
                .isEqualTo("3000");
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore")).isEqualTo("3000");
    }

    @Test
    void aLoadIntoTablesThatWereEmptyWhenLastAnalysedOnlyLooksUp() throws SQLException {
        dids.runAsOwner("VACUUM ANALYZE ivoa.obscore, ivoa.obscore_pending");
        String read = "SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE indexrelname LIKE 'obscore%pkey'";
        long before = Long.parseLong(dids.value(read));
        dids.run("INSERT INTO dids (scope, name, vo, data) SELECT 'test', 'n' || i, 'def', jsonb_build_object("
                + "'calib_level', 2, 'obs_collection', 'C', 'obs_id', 'o' || i, 's_ra', CASE i % 2 WHEN 0 THEN 400 END)"
                + " FROM generate_series(1, 5000) AS i");
        dids.run("SELECT pg_stat_force_next_flush()");
        assertThat(Long.parseLong(dids.value(read)) - before).isLessThan(100);
    }

    @Test
    void writersAtTheSameTimeLeaveEachDidAsItsLastWriterDid() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            int first = writer;
            writers.add(pool.submit(() -> {
                try (Dids own = new Dids(database)) {
                    for (int i = 0; i < 100; i++) {
                        own.upsert("d" + (i + first) % 10, COMPLETE.replace("\"O\"", "\"" + first + "-" + i + "\""));
                    }
                }
                return null;
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        pool.shutdown();
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore AS o JOIN rucio.dids AS d"
                        + " ON d.name = o.rucio_did_name AND d.data->>'obs_id' = o.obs_id"))
                .isEqualTo("10");
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore_pending")).isEqualTo("0");
    }
}
