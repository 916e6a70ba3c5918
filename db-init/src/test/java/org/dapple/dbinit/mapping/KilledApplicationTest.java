package org.dapple.dbinit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dapple.dbinit.Migrations;
import org.dapple.dbinit.sync.Patience;
import org.dapple.dbinit.sync.SyncCheck;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The process that applies a mapping is killed while Rucio writes: before the mapping holds, while everything is derived anew,
 * and while indexes are made. The same command does the rest, and so does that for the mapping before.
 *
 * <p>The system property {@code kill.rounds} has it killed more often, {@code kill.seed} at other moments.
 */
class KilledApplicationTest {

    private static final int ROUNDS = Integer.getInteger("kill.rounds", 5);
    private static final int DIDS = 3_000;
    private static final int WRITERS = 2;
    private static final int KILLED = 128 + 9;

    private static final Site GRADES = new Site(
            """
            columns:
              grade: {type: text, indexed: true}
              noise: {type: double, unit: mJy}
              flags: {type: int, indexed: true}
            sections:
              - scopes: "*"
                columns: {noise: header.rms, target_name: header.object}
            """,
            "flags integer, grade text, noise double precision",
            "3: flags int 1 t, grade char 1 t, noise double mJy 0");

    private static final Site DEPTHS = new Site(
            """
            columns:
              grade: {type: long, indexed: true}
              noise: {type: double, indexed: true}
              depth: {type: int, indexed: true}
            sections:
              - scopes: "*"
                columns: {noise: header.noise, depth: header.depth, instr_tel_diameter: header.rms}
            """,
            "depth integer, grade bigint, noise double precision",
            "3: depth int 1 t, grade long 1 t, noise double 1 t");

    /** The columns of ivoa.obscore, with their types. */
    private static final String COLUMNS = """
            SELECT string_agg(attname || ' ' || format_type(atttypid, -1), ', ' ORDER BY attname)
            FROM pg_attribute WHERE attrelid = 'ivoa.obscore'::regclass AND NOT attisdropped
              AND attname IN ('grade', 'noise', 'flags', 'depth')
            """;

    /** What TAP_SCHEMA says of them, and whether their indexes can be used. */
    private static final String PUBLISHED = """
            SELECT count(*) || ': ' || string_agg(concat_ws(' ', column_name, datatype, unit, indexed, indisvalid), ', '
              ORDER BY column_name)
            FROM tap_schema.columns LEFT JOIN pg_index
              ON indexrelid = to_regclass('ivoa.obscore_own_' || column_name || '_idx')
            WHERE table_name = 'ivoa.obscore' AND column_index > 100
            """;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private final Random random = new Random(Long.getLong("kill.seed", 3));
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    private Lake lake;

    /** A mapping's file, and what it makes of the database. */
    private record Site(String file, String columns, String published) {}

    private enum Moment {
        BEFORE_IT_HOLDS,
        WHILE_DERIVING,
        WHILE_INDEXING
    }

    @BeforeEach
    void fill() throws SQLException {
        lake = new Lake(database);
        lake.apply(GRADES.file());
        lake.run("INSERT INTO rucio.dids (vo, scope, name, data) SELECT 'def', 's', 'd' || i, jsonb_build_object("
                + "'calib_level', i % 6, 'obs_collection', 'C', 'obs_id', 'o' || i, 'grade', i, 'flags', i % 7, 'header',"
                + " jsonb_build_object('rms', i / 10.0, 'noise', i, 'depth', i % 9, 'object', 'M' || i % 110))"
                + " FROM generate_series(1, " + DIDS + ") AS i");
    }

    @AfterEach
    void close() throws Exception {
        writing.set(false);
        pool.shutdown();
        assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        lake.close();
    }

    @Test
    void theSameCommandDoesWhatIsLeftAndNothingIsLost() throws Exception {
        List<Future<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String name = "w" + i;
            writers.add(pool.submit(() -> write(name)));
        }
        Site holds = GRADES;
        for (int round = 0; round < ROUNDS; round++) {
            Site next = holds.equals(GRADES) ? DEPTHS : GRADES;
            killAt(Moment.values()[round % Moment.values().length], next);
            if (random.nextBoolean()) {
                assertWhole(holds, next);
            }
            holds = random.nextInt(3) == 0 ? holds : next;
            finish(holds);
            assertDone(holds);
        }
        writing.set(false);
        for (int i = 0; i < WRITERS; i++) {
            int last = writers.get(i).get();
            assertThat(lake.value("SELECT max(t_exptime) FROM ivoa.obscore WHERE rucio_did_name LIKE 'w" + i + "-%'"))
                    .isEqualTo(Integer.toString(last));
        }
        assertThat(differences()).isEmpty();
    }

    private void killAt(Moment moment, Site next) throws IOException, InterruptedException {
        Process process = ApplyProcess.start(database, next.file());
        int derived = switch (moment) {
            case BEFORE_IT_HOLDS -> 0;
            case WHILE_DERIVING -> 1 + random.nextInt(DIDS - 1000);
            case WHILE_INDEXING -> DIDS;
        };
        try (var lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && reached(line) < derived) {
                line = lines.readLine();
            }
            Thread.sleep(
                    random.nextInt(moment == Moment.BEFORE_IT_HOLDS ? 2 * (int) ApplyProcess.NOTICE.toMillis() : 100));
            assertThat(process.destroyForcibly().waitFor())
                    .as("killed, or done before")
                    .isIn(KILLED, 0);
        }
    }

    private static int reached(String line) {
        return line.equals(ApplyProcess.CHECKED) ? 0 : Integer.parseInt(line);
    }

    /** One of both holds, with its columns; and all is as it says unless that is noted to be done. */
    private void assertWhole(Site before, Site next) throws SQLException {
        String sessions = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND application_name = '" + ApplyProcess.NAME + "'";
        assertThat(new Patience(Duration.ofSeconds(20))
                        .until(() -> lake.value(sessions).equals("0")))
                .isTrue();
        String file = lake.store().current().file();
        assertThat(file).isIn(before.file(), next.file());
        assertThat(lake.value(COLUMNS)).isEqualTo(file.equals(next.file()) ? next.columns() : before.columns());
        if (lake.value("SELECT count(*) FROM ivoa.sync_rebuild").equals("0")) {
            assertThat(differences()).isEmpty();
        }
    }

    private void finish(Site site) throws IOException, InterruptedException {
        Process process = ApplyProcess.start(database, site.file());
        try (var lines = process.inputReader()) {
            lines.lines().forEach(line -> {});
        }
        assertThat(process.waitFor()).isZero();
    }

    private void assertDone(Site holds) throws SQLException {
        assertThat(lake.store().current().file()).isEqualTo(holds.file());
        assertThat(lake.store().diff(lake.checked(holds.file()))).isEmpty();
        assertThat(lake.value(COLUMNS)).isEqualTo(holds.columns());
        assertThat(lake.value(PUBLISHED)).isEqualTo(holds.published());
        assertThat(lake.value("SELECT count(*) FROM ivoa.sync_rebuild")).isEqualTo("0");
        assertThat(differences()).isEmpty();
    }

    /** Upserts with numbers that grow, and tells the last. */
    private int write(String name) throws SQLException, InterruptedException {
        int number = 0;
        try (Connection rucio = database.connectAs("dapple_writer");
                var upsert =
                        rucio.prepareStatement("INSERT INTO rucio.dids (vo, scope, name, data) VALUES ('def', 's', ?,"
                                + " jsonb_build_object('t_exptime', ?, 'calib_level', 2, 'obs_collection', 'C', 'obs_id', 'O',"
                                + " 'grade', 'A', 'header', jsonb_build_object('rms', 3)))"
                                + " ON CONFLICT (scope, name) DO UPDATE SET data = dids.data || EXCLUDED.data")) {
            while (writing.get()) {
                upsert.setString(1, name + "-" + ++number % 50);
                upsert.setInt(2, number);
                upsert.executeUpdate();
                Thread.sleep(1);
            }
        }
        return number;
    }

    private List<String> differences() throws SQLException {
        List<String> differences = new ArrayList<>();
        new SyncCheck(lake.owner(), differences::add).run(checked -> {});
        return differences;
    }
}
