package org.dapple.dbinit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.dapple.dbinit.Migrations;
import org.dapple.dbinit.sync.Patience;
import org.dapple.dbinit.sync.SyncCheck;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mapping comes into force while Rucio writes and idles, and leaves everything as deriving it from scratch would. */
class ApplicationTest {

    private static final String COMPLETE = "{\"calib_level\": 2, \"obs_collection\": \"C\", \"obs_id\": \"O\"}";

    private static final String WITH_COLUMNS = """
            columns:
              grade: {type: text, ucd: meta.code.qual, description: Grade of the weather, indexed: true}
              noise: {type: double, unit: mJy}
            sections:
              - scopes: "*"
                columns:
                  noise: header.rms
            """;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private Lake lake;

    @BeforeEach
    void connect() throws SQLException {
        lake = new Lake(database);
        lake.run("INSERT INTO rucio.dids (vo, scope, name, data) SELECT 'def', 's', 'd' || i, '" + COMPLETE + "'::jsonb"
                + " || jsonb_build_object('grade', i, 'header', jsonb_build_object('rms', i / 10.0))"
                + " FROM generate_series(1, 3000) AS i");
    }

    @AfterEach
    void empty() throws SQLException {
        lake.run("TRUNCATE rucio.dids");
        lake.apply(Lake.IDENTITY);
        lake.close();
    }

    @Test
    void columnsComeChangeAndGoWhileRucioIdlesInATransaction() throws SQLException {
        try (Connection rucio = database.connectAs("dapple_writer");
                ResultSet open = idleWithASnapshot(rucio)) {
            lake.put("s", "before", COMPLETE);
            lake.apply(WITH_COLUMNS);
            assertThat(lake.value("SELECT concat_ws('|', grade, noise) FROM ivoa.obscore WHERE rucio_did_name = 'd25'"))
                    .isEqualTo("25|2.5");
            assertThat(published())
                    .isEqualTo("grade char * - meta.code.qual Grade of the weather 1, noise double - mJy - - 0");
            lake.put("s", "before", "{\"grade\": \"A\", \"header\": {\"rms\": \"high\"}}");
            assertThat(lake.value("SELECT grade FROM ivoa.obscore WHERE rucio_did_name = 'before'"))
                    .isEqualTo("A");
            assertThat(lake.value("SELECT reason FROM ivoa.obscore_pending"))
                    .isEqualTo("noise: \"high\" is not a number");

            lake.apply("columns: {grade: {type: int}}\n" + Lake.IDENTITY);
            assertThat(published()).isEqualTo("grade int - - - - 0");
            assertThat(lake.value("SELECT sum(grade + 0) FROM ivoa.obscore")).isEqualTo("4501500");
            assertThat(lake.value("SELECT reason FROM ivoa.obscore_pending")).isEqualTo("grade: \"A\" is not a number");
            assertThat(differences()).isEmpty();

            lake.apply(Lake.IDENTITY);
            lake.put("s", "before", "{\"grade\": \"B\"}");
            assertThat(published()).isNull();
            assertThat(lake.value(
                            "SELECT string_agg(attname, ' ') FROM pg_attribute WHERE attrelid = 'ivoa.obscore'::regclass"
                                    + " AND NOT attisdropped AND attname IN ('grade', 'noise')"))
                    .isNull();
            assertThat(lake.value("SELECT count(*) FROM ivoa.obscore")).isEqualTo("3001");
            assertThat(lake.value("SELECT count(*) FROM ivoa.obscore_pending")).isEqualTo("0");
            assertThat(open.next()).isTrue();
        }
    }

    @Test
    void aMappingHoldsAtOnceForWhatIsWrittenAndItsBackfillGoesOnWhereItWasStopped() throws SQLException {
        var next = lake.checked("sections:\n  - scopes: \"*\"\n    columns: {target_name: header.rms}\n");
        assertThat(lake.store().apply(next)).isTrue();
        lake.put("s", "new", COMPLETE.replace("}", ", \"header\": {\"rms\": 9}}"));
        assertThat(named("target_name IS NOT NULL")).isEqualTo("1");
        lake.run("SELECT ivoa.rebuild_chunk()");
        assertThat(named("target_name IS NOT NULL")).isEqualTo("1001");
        assertThat(lake.store().diff(next)).isEmpty();
        List<Long> progress = new ArrayList<>();
        assertThat(new Backfill(lake.owner()).run(Duration.ofSeconds(1), progress::add))
                .isTrue();
        assertThat(progress).containsExactly(2000L, 3000L, 3001L);
        assertThat(named("target_name IS NOT NULL")).isEqualTo("3001");
        assertThat(differences()).isEmpty();
        assertThat(lake.store().apply(next)).as("needs no backfill").isFalse();
    }

    @Test
    void aMappingThatWaitedForAnotherIsComparedWithThatOne() throws Exception {
        var first = lake.checked(Lake.IDENTITY);
        var other = lake.checked("sections:\n  - scopes: \"*\"\n    columns: {target_name: header.rms}\n");
        lake.apply(Lake.IDENTITY);
        lake.run("SELECT pg_advisory_lock(hashtext('ivoa.mapping'))");
        try (Connection connection = database.connect()) {
            Future<Boolean> waiting =
                    ForkJoinPool.commonPool().submit(() -> new MappingStore(connection, Duration.ZERO).apply(first));
            assertThat(new Patience(Duration.ofSeconds(10))
                            .until(() ->
                                    lake.value("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                                            != null))
                    .isTrue();
            assertThat(lake.store().apply(other)).isTrue();
            lake.run("SELECT pg_advisory_unlock(hashtext('ivoa.mapping'))");
            assertThat(waiting.get()).as("derives otherwise").isTrue();
        }
    }

    @Test
    void whatWasUnpublishedForAMappingThatNeverHeldIsPublishedAgain() throws SQLException {
        lake.apply(WITH_COLUMNS);
        String before = published();
        assertThat(new OwnColumns(lake.owner()).unpublishWhatGoes(List.of())).isTrue();
        assertThat(published()).isNull();
        assertThat(new OwnColumns(lake.owner()).unpublishWhatGoes(List.of()))
                .as("servers have to be waited for again")
                .isTrue();
        assertThat(lake.store().diff(lake.checked(WITH_COLUMNS))).isEmpty();
        new Backfill(lake.owner()).run(Duration.ofSeconds(1), derived -> {});
        assertThat(published()).isEqualTo(before);
    }

    @Test
    void anIndexThatAnotherSessionStillMakesIsNotInTheWay() throws Exception {
        lake.apply(WITH_COLUMNS);
        lake.run("DROP INDEX ivoa.obscore_own_grade_idx");
        try (Connection other = database.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('ivoa.mapping'))");
            statement.execute("CREATE INDEX obscore_own_grade_idx ON ivoa.obscore (grade)");
            Future<Boolean> backfill = ForkJoinPool.commonPool()
                    .submit(() -> new Backfill(lake.owner()).run(Duration.ofSeconds(1), derived -> {}));
            String waits = "SELECT count(*) FROM pg_locks WHERE NOT granted";
            assertThat(new Patience(Duration.ofSeconds(10)).until(() -> {
                        try (ResultSet row = statement.executeQuery(waits)) {
                            return row.next() && row.getInt(1) > 0;
                        }
                    }))
                    .isTrue();
            other.commit();
            assertThat(backfill.get()).isTrue();
        }
        assertThat(published()).contains("Grade of the weather 1");
    }

    @Test
    void whoStillWritesByTheMappingBeforeIsWaitedForAWhile() throws SQLException {
        try (Connection rucio = database.connectAs("dapple_writer");
                var statement = rucio.createStatement()) {
            rucio.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO rucio.dids (vo, scope, name, data) VALUES ('def', 's', 'late', '" + COMPLETE + "')");
            lake.store().apply(lake.checked("sections:\n  - scopes: \"*\"\n    columns: {obs_title: obs_id}\n"));
            assertThat(new Backfill(lake.owner()).run(Duration.ofMillis(200), derived -> {}))
                    .isFalse();
            rucio.commit();
            assertThat(differences()).containsExactly("ivoa.obscore s:late: obs_title is NULL and should be O");
        }
    }

    @Test
    void everyVersionIsKeptWithWhoAppliedIt() throws SQLException {
        int before = lake.store().current().version();
        lake.apply("# Mine\n" + Lake.IDENTITY);
        lake.apply("# Mine again\n" + Lake.IDENTITY.replace("\"*\"", "[a, \"*\"]"));
        assertThat(lake.store().current().file()).startsWith("# Mine again");
        assertThat(lake.store().current().applied()).endsWith(" UTC by " + database.user());
        assertThat(lake.store().version(before + 1).orElseThrow().file()).startsWith("# Mine\n");
        assertThat(lake.store().version(before + 3)).isEmpty();
    }

    @Test
    void theDifferenceIsToldInWords() throws SQLException {
        lake.apply(WITH_COLUMNS);
        assertThat(lake.store().diff(lake.checked(WITH_COLUMNS))).isEmpty();
        assertThat(lake.store().diff(lake.checked("""
                columns:
                  grade: {type: text, ucd: meta.code.qual, description: Grade of the weather}
                sections:
                  - scopes: [a, b-?]
                    others: none
                    columns:
                      calib_level: [{path: l, values: {Raw: 0}}, {constant: 1}]
                      obs_id: id
                      obs_collection: 'x["y.z"][0]'
                      em_min: {path: [f, g], unit: GHz}
                      o_ucd: {constant: null}
                  - scopes: "*"
                """)))
                .containsExactly(
                        "- column grade: text, UCD meta.code.qual, indexed, described as Grade of the weather",
                        "- column noise: double precision, unit mJy",
                        "- scope *: noise from header.rms",
                        "+ column grade: text, UCD meta.code.qual, described as Grade of the weather",
                        "+ scope a, b-?: other columns stay empty",
                        "+ scope a, b-?: calib_level from l where {\"raw\":0}, else always 1",
                        "+ scope a, b-?: obs_id from id",
                        "+ scope a, b-?: obs_collection from x[\"y.z\"][0]",
                        "+ scope a, b-?: em_min from f in GHz, else g in GHz",
                        "+ scope a, b-?: o_ucd from nothing");
    }

    @Test
    void aTrialTellsWhatWouldBecomeOfADidAndChangesNothing() throws SQLException {
        String before = lake.value("SELECT md5(string_agg(o::text, '|' ORDER BY o::text)) FROM ivoa.obscore AS o");
        var mapping = lake.checked(WITH_COLUMNS.replace("header.rms", "[header.none, grade]")
                + "      calib_level: {path: obs_id}\n      instr_tel_diameter: {constant: 25}\n");
        assertThat(lake.store().trial(Optional.of(mapping), "s", "d7"))
                .contains(
                        new Trial("ivoa.obscore", "calib_level", "O", null, "is not a number"),
                        new Trial("ivoa.obscore", "obs_id", "O", "O", null),
                        new Trial("ivoa.obscore", "obs_publisher_did", null, "ivo://dapple.local/data?s:d7", null),
                        new Trial("ivoa.obscore", "noise", "7", "7", null),
                        new Trial("ivoa.obscore_radio", "instr_tel_diameter", "25", "25", null))
                .hasSize(9);
        assertThat(lake.store().trial(Optional.empty(), "s", "d7")).hasSize(6);
        assertThat(lake.store().trial(Optional.empty(), "s", "none")).isEmpty();
        assertThat(lake.value("SELECT md5(string_agg(o::text, '|' ORDER BY o::text)) FROM ivoa.obscore AS o"))
                .isEqualTo(before);
        assertThat(lake.value("SELECT count(*) FROM ivoa.own_column")).isEqualTo("0");
    }

    @Test
    void noTextOfTheFileIsTakenForSql() throws SQLException {
        lake.apply("""
                sections:
                  - scopes: "$body$ it's 100% \\\\ $sync$"
                  - scopes: "*"
                    columns:
                      obs_title: [it's $body$ %s %1$s key, x$body$y]
                      o_ucd: {constant: "'; $body$ %L --"}
                      target_name: {path: kind, values: {"it's": "$problems$'"}}
                """);
        lake.put("s", "odd", COMPLETE.replace("}", ", \"it's $body$ %s %1$s key\": 5, \"kind\": \"IT'S\"}"));
        lake.put(
                "$body$ it's 100% \\ $sync$",
                "odd", COMPLETE.replace("}", ", \"o_ucd\": \"x\", \"s_ra\": \"$body$\"}"));
        assertThat(lake.value(
                        "SELECT string_agg(concat_ws('|', obs_title, o_ucd, target_name), ' / ' ORDER BY rucio_did_scope DESC)"
                                + " FROM ivoa.obscore WHERE rucio_did_name = 'odd'"))
                .isEqualTo("5|'; $body$ %L --|$problems$' / x");
    }

    @Test
    void twentyFiveOwnColumnsAreMoreThanPostgresqlCountsAtATime() throws SQLException {
        var columns = new StringBuilder("columns:\n");
        for (int i = 0; i < 25; i++) {
            columns.append("  c").append(i).append(": {type: long}\n");
        }
        lake.apply(columns + Lake.IDENTITY);
        lake.put("s", "many", COMPLETE.replace("}", ", \"c7\": 7, \"c24\": 1.5}"));
        assertThat(lake.value("SELECT c7 FROM ivoa.obscore WHERE rucio_did_name = 'many'"))
                .isEqualTo("7");
        assertThat(lake.value("SELECT reason FROM ivoa.obscore_pending"))
                .isEqualTo("c24: \"1.5\" is not an integer of 64 bits");
    }

    private static ResultSet idleWithASnapshot(Connection rucio) throws SQLException {
        rucio.setAutoCommit(false);
        var statement = rucio.createStatement();
        statement.setFetchSize(1);
        return statement.executeQuery("SELECT name FROM rucio.dids");
    }

    private String named(String condition) throws SQLException {
        return lake.value("SELECT count(*) FROM ivoa.obscore WHERE " + condition);
    }

    private String published() throws SQLException {
        return lake.value(
                "SELECT string_agg(concat_ws(' ', column_name, datatype, coalesce(arraysize, '-'), coalesce(unit, '-'),"
                        + " coalesce(ucd, '-'), coalesce(description, '-'), indexed), ', ' ORDER BY column_index)"
                        + " FROM tap_schema.columns WHERE table_name = 'ivoa.obscore' AND column_index > 100");
    }

    private List<String> differences() throws SQLException {
        List<String> differences = new ArrayList<>();
        new SyncCheck(lake.owner(), differences::add).run(checked -> {});
        return differences;
    }
}
