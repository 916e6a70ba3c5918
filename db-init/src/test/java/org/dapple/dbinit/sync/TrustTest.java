package org.dapple.dbinit.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dapple.dbinit.Migrations;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Operators see where ivoa differs from what rucio.dids says, and have it derived anew, whatever is killed meanwhile. */
class TrustTest {

    private static final int DIDS = 12_000;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private Connection owner;

    @BeforeEach
    void fill() throws SQLException {
        owner = database.connect();
        run("INSERT INTO rucio.dids (vo, scope, name, data) SELECT 'def', 's', 'd' || i, jsonb_build_object("
                + "'calib_level', i % 6, 'obs_collection', 'C', 'obs_id', 'o' || i, 's_ra', i % 360, 's_dec', i % 90)"
                + " FROM generate_series(1, " + DIDS + ") AS i");
    }

    @AfterEach
    void empty() throws SQLException {
        run("TRUNCATE rucio.dids");
        owner.close();
    }

    @Test
    void aDatabaseThatIsAsItShouldBeHasNoDifferencesAndNoneAfterwards() throws SQLException {
        String before = state();
        List<Long> progress = new ArrayList<>();
        assertThat(check(progress)).isEmpty();
        assertThat(progress).hasSize(DIDS / 1000);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void everyKindOfDifferenceIsTold() throws SQLException {
        run("UPDATE ivoa.obscore SET target_name = 'wrong' WHERE rucio_did_name = 'd1'");
        run("DELETE FROM ivoa.obscore WHERE rucio_did_name = 'd5001'");
        run("UPDATE ivoa.obscore SET rucio_did_name = 'stray' WHERE rucio_did_name = 'd11000'");
        run("DELETE FROM ivoa.obscore_pending WHERE rucio_did_name = 'd5'");
        run("INSERT INTO ivoa.obscore_pending VALUES ('s', 'd2', true, 'none', '[]', now())");
        run("INSERT INTO ivoa.obscore_radio (obs_publisher_did, rucio_did_scope, rucio_did_name)"
                + " VALUES ('x', 's', 'd2'), ('y', 's', 'stray')");

        assertThat(check(new ArrayList<>()))
                .containsExactlyInAnyOrder(
                        "ivoa.obscore s:stray: there is no such DID",
                        "ivoa.obscore_radio s:stray: there is no such DID",
                        "ivoa.obscore_radio s:d2: the row should not be there",
                        "ivoa.obscore s:d1: target_name is wrong and should be NULL",
                        "ivoa.obscore s:d5001: the row is missing",
                        "ivoa.obscore s:d11000: the row is missing",
                        "ivoa.obscore_pending s:d5: the row is missing",
                        "ivoa.obscore_pending s:d2: the row should not be there");
    }

    @Test
    void aRebuildThatIsKilledGoesOnWhereItWasAndEndsAsFromScratch() throws Exception {
        run("UPDATE ivoa.obscore SET target_name = 'wrong'");
        run("DELETE FROM ivoa.obscore_pending");
        run("UPDATE ivoa.obscore SET rucio_did_name = 'stray' WHERE rucio_did_name = 'd1'");
        Random random = new Random();
        String reached = "0";
        for (int kill = 0; kill < 3; kill++) {
            Process process = rebuild();
            var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String first = lines.readLine();
            assertThat(Long.parseLong(first)).isGreaterThan(Long.parseLong(reached));
            Thread.sleep(random.nextInt(200));
            process.destroyForcibly().waitFor();
            reached = first;
        }
        List<Long> progress = new ArrayList<>();
        Rebuild.run(owner, progress::add);
        assertThat(progress).last().isEqualTo((long) DIDS);
        assertThat(check(new ArrayList<>())).isEmpty();
        assertThat(value("SELECT count(*) FROM ivoa.sync_rebuild")).isEqualTo("0");
    }

    @Test
    void rebuildingWhatIsRightIsNoNewsAndWritesNothing() throws SQLException {
        String places = "SELECT string_agg(ctid::text, ' ' ORDER BY rucio_did_scope, rucio_did_name) FROM ivoa.obscore";
        String changes = "SELECT count(*) FROM ivoa.obscore_changes";
        String placesBefore = value(places);
        String changesBefore = value(changes);
        Rebuild.run(owner, derived -> {});
        assertThat(value(places)).isEqualTo(placesBefore);
        assertThat(value(changes)).isEqualTo(changesBefore);
    }

    private static Process rebuild() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RebuildProcess.class.getName(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private List<String> check(List<Long> progress) throws SQLException {
        List<String> differences = new ArrayList<>();
        new SyncCheck(owner, differences::add).run(progress::add);
        return differences;
    }

    private String state() throws SQLException {
        return value("SELECT md5(string_agg(o::text, '|' ORDER BY rucio_did_name)) FROM ivoa.obscore AS o");
    }

    private void run(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String sql) throws SQLException {
        try (var statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
