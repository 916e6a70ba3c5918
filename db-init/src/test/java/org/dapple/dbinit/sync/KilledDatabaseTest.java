package org.dapple.dbinit.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.dapple.dbinit.Migrations;
import org.dapple.embedded.postgres.ClusterAddress;
import org.dapple.embedded.postgres.PrivatePostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All processes of PostgreSQL are killed while Rucio writes and everything is derived anew: what was committed is there, the
 * rebuild goes on, and ivoa is what rucio.dids says.
 *
 * <p>The system property {@code kill.rounds} has it killed more often, {@code kill.seed} at other moments.
 */
class KilledDatabaseTest {

    private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
    private static final int DIDS = 10_000;

    private final Random random = new Random(Long.getLong("kill.seed", 9));
    private final AtomicInteger acknowledged = new AtomicInteger();

    @TempDir
    private Path folder;

    private PrivatePostgres cluster;
    private ClusterAddress address;

    @BeforeEach
    void fill() throws IOException, SQLException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        cluster = PrivatePostgres.in(folder.resolve("cluster"));
        address = cluster.start();
        Migrations.migrate(address.jdbcUrl("postgres"), address.user(), address.password());
        run("INSERT INTO rucio.dids (vo, scope, name, data) SELECT 'def', 's', 'd' || i, jsonb_build_object("
                + "'calib_level', i % 6, 'obs_collection', 'C', 'obs_id', 'o' || i, 's_region', 'circle ' || i % 360 || ' 0 1')"
                + " FROM generate_series(1, " + DIDS + ") AS i");
        run("UPDATE ivoa.obscore SET target_name = 'wrong'");
        run("DELETE FROM ivoa.obscore_pending");
    }

    @AfterEach
    void stop() {
        cluster.stop();
    }

    @Test
    void nothingThatWasCommittedIsLostAndARebuildGoesOn() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            killAtWork();
            address = cluster.start();
            assertThat(number("SELECT max((data ->> 't_exptime')::int) FROM rucio.dids"))
                    .isGreaterThanOrEqualTo(acknowledged.get());
        }
        try (Connection owner = connect()) {
            Rebuild.run(owner, derived -> {});
            List<String> differences = new ArrayList<>();
            new SyncCheck(owner, differences::add).run(checked -> {});
            assertThat(differences).isEmpty();
        }
        assertThat(number("SELECT count(*) FROM ivoa.obscore WHERE target_name = 'wrong'"))
                .isZero();
        assertThat(number("SELECT max(t_exptime) FROM ivoa.obscore")).isGreaterThanOrEqualTo(acknowledged.get());
    }

    private void killAtWork() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<?> writer = pool.submit(this::write);
        Future<?> rebuild = pool.submit(this::rebuild);
        int before = acknowledged.get();
        while (acknowledged.get() == before) {
            Thread.sleep(10);
        }
        Thread.sleep(random.nextInt(400));
        kill();
        writer.get();
        rebuild.get();
        pool.shutdown();
    }

    /** Upserts with numbers that grow, until the connection breaks. */
    private Void write() {
        try (Connection rucio = connect();
                var upsert =
                        rucio.prepareStatement("INSERT INTO rucio.dids (vo, scope, name, data) VALUES ('def', 's', ?,"
                                + " jsonb_build_object('t_exptime', ?, 'calib_level', 2, 'obs_collection', 'C', 'obs_id', 'O'))"
                                + " ON CONFLICT (scope, name) DO UPDATE SET data = dids.data || EXCLUDED.data")) {
            while (true) {
                int next = acknowledged.get() + 1;
                upsert.setString(1, "w" + next % 50);
                upsert.setInt(2, next);
                upsert.executeUpdate();
                acknowledged.set(next);
            }
        } catch (SQLException e) {
            return null;
        }
    }

    private Void rebuild() {
        try (Connection owner = connect()) {
            Rebuild.run(owner, derived -> {});
        } catch (SQLException e) {
            return null;
        }
        return null;
    }

    private void kill() throws IOException {
        String pid = Files.readAllLines(folder.resolve("cluster/data/postmaster.pid"))
                .get(0);
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        List<ProcessHandle> sessions = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        sessions.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl("postgres"), address.user(), address.password());
    }

    private void run(String sql) throws SQLException {
        try (Connection owner = connect();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection owner = connect();
                var statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
