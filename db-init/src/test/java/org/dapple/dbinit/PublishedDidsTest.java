package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any key of any DID can be asked for, by an index that was made while Rucio idled in a transaction. */
class PublishedDidsTest {

    private static final String STATE =
            "SELECT string_agg(c.relname || CASE WHEN indisvalid THEN '' ELSE ' invalid' END, ', '"
                    + " ORDER BY c.relname) FROM pg_index JOIN pg_class AS c ON c.oid = indexrelid"
                    + " WHERE indrelid = 'rucio.dids'::regclass AND relname LIKE 'dids\\_data%'";

    private static final String READ = "SELECT count(*) FROM rucio.dids";

    /** The driver keeps the last result open in the server until the next statement. */
    private static final String FINISHED = "SET LOCAL application_name = 'rucio'";

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"k\": \"v\"} | k | v | true",
                "{\"k\": \"v\"} | k | w | false",
                "{\"k\": \"v\"} | other | v | false",
                "{\"k\": 5} | k | 5 | true",
                "{\"k\": 5.0} | k | 5 | true",
                "{\"k\": \"5\"} | k | 5 | true",
                "{\"k\": -5} | k | -5 | true",
                "{\"k\": 0.0001} | k | 1e-4 | true",
                "{\"k\": 5} | k | 05 | false",
                "{\"k\": 5} | k | 1e9999 | false",
                "{\"k\": true} | k | true | true",
                "{\"k\": \"true\"} | k | true | true",
                "{\"k\": false} | k | true | false",
                "{\"k\": null} | k | null | false",
                "{\"k\": [\"u\", \"v\"]} | k | v | true",
                "{\"k\": [4, 5]} | k | 5 | true",
                "{\"k\": {\"v\": 1}} | k | v | false",
                "{\"a\": {\"b\": \"v\"}} | a.b | v | true",
                "{\"a\": [{\"b\": \"u\"}, {\"b\": \"v\"}]} | a.b | v | true",
                "{\"a b\": \"it's \\\"so\\\" \\\\ $.x\"} | a b | it's \"so\" \\ $.x | true",
                "{\"k\\\"\": \"é😀\\n\"} | k\" | `é😀\n` | true",
                "{\"k\": \"%s %1$s\"} | k | %s %1$s | true",
                "[1] | k | v | false",
            })
    void aKeyHasAValue(String data, String key, String value, String expected) throws SQLException {
        assertThat(dids.value("SELECT coalesce(?::jsonb @@ ivoa.metadata_has(?, ?), false)::text", data, key, value))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "NULL",
            value = {
                "{\"k\": 2.5} | k | 2.5",
                "{\"k\": \"2.5\"} | k | 2.5",
                "{\"a\": {\"b\": 1e3}} | a.b | 1000",
                "{\"a\": [7, 8]} | a.1 | 8",
                "{\"k\": \"abc\"} | k | NULL",
                "{\"k\": true} | k | NULL",
                "{\"k\": 1e400} | k | NULL",
                "{\"k\": [1]} | k | NULL",
                "{} | k | NULL"
            })
    void aValueIsANumber(String data, String key, String expected) throws SQLException {
        assertThat(dids.value("SELECT ivoa.metadata_number(?::jsonb, ?)::text", data, key))
                .isEqualTo(expected);
    }

    @Test
    void theIndexFindsByAnyKeyAlsoInAJoin() throws SQLException {
        fill(20_000);
        assertThat(plan("d.data @@ ivoa.metadata_has('colour', 'c77')")).contains("Bitmap Index Scan on dids_data_idx");
        assertThat(plan("d.data @@ ivoa.metadata_has('n', '77')")).contains("Bitmap Index Scan on dids_data_idx");
        assertThat(plan("d.data @@ ivoa.metadata_has('in.side', '77')")).contains("Bitmap Index Scan on dids_data_idx");
        assertThat(dids.value(
                        "SELECT string_agg(name, ',') FROM rucio.dids WHERE data @@ ivoa.metadata_has('n', '77')"))
                .isEqualTo("d77");
    }

    @Test
    void aSiteCanKeepRucioMetadataToItself() throws SQLException {
        dids.runAsOwner("SELECT ivoa.publish_dids(false)");
        try (Connection connection = database.connectAs("dapple_adql");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT data FROM rucio.dids"))
                    .hasMessageContaining("permission denied");
            assertThat(dids.value("SELECT count(*) FROM tap_schema.columns WHERE table_name = 'rucio.dids'"))
                    .isEqualTo("0");
            dids.runAsOwner("DROP INDEX rucio.dids_data_idx");
            Migrations.migrate(database.jdbcUrl(), database.user(), database.password());
            assertThat(dids.value(STATE)).isNull();
        } finally {
            dids.runAsOwner("SELECT ivoa.publish_dids(true)");
            Migrations.migrate(database.jdbcUrl(), database.user(), database.password());
        }
        assertThat(dids.value(STATE)).isEqualTo("dids_data_idx");
        assertThat(dids.value("SELECT has_table_privilege('dapple_adql', 'rucio.dids', 'SELECT')"))
                .isEqualTo("t");
    }

    @Test
    void theIndexIsMadeWhileRucioIdlesInATransactionAfterReading() throws SQLException {
        dids.runAsOwner("DROP INDEX rucio.dids_data_idx");
        try (Connection rucio = idle(READ, FINISHED)) {
            assertThat(ensure()).isTrue();
            assertThat(dids.value(STATE)).isEqualTo("dids_data_idx");
            rucio.rollback();
        }
    }

    @Test
    void whoIdlesAfterWritingOrWithAResultOpenIsNotWaitedForForEverAndNothingIsLeftBehind() throws SQLException {
        dids.runAsOwner("DROP INDEX rucio.dids_data_idx");
        for (String sql : new String[] {READ, "INSERT INTO rucio.dids (vo, scope, name) VALUES ('def', 's', 'n')"}) {
            try (Connection rucio = idle(sql)) {
                assertThat(ensure()).isFalse();
                assertThat(dids.value(STATE)).isNull();
                rucio.rollback();
            }
        }
        assertThat(ensure()).isTrue();
        assertThat(dids.value(STATE)).isEqualTo("dids_data_idx");
    }

    @Test
    void anIndexThatWasLeftUnfinishedIsRepairedAndWhatItLeavesIsRemovedWhenNobodyIdles() throws SQLException {
        dids.runAsOwner("DROP INDEX rucio.dids_data_idx");
        try (Connection writer = idle("INSERT INTO rucio.dids (vo, scope, name) VALUES ('def', 's', 'n')")) {
            dids.runAsOwner("SET lock_timeout = 200");
            assertThatThrownBy(() -> dids.runAsOwner(
                            "CREATE INDEX CONCURRENTLY dids_data_idx ON rucio.dids USING gin (data jsonb_path_ops)"))
                    .hasMessageContaining("lock timeout");
            writer.rollback();
        }
        assertThat(dids.value(STATE)).isEqualTo("dids_data_idx invalid");
        try (Connection rucio = idle(READ, FINISHED)) {
            assertThat(ensure()).as("all but what it leaves").isFalse();
            assertThat(dids.value(STATE)).isEqualTo("dids_data_idx, dids_data_idx_ccold invalid");
            rucio.rollback();
        }
        assertThat(ensure()).isTrue();
        assertThat(dids.value(STATE)).isEqualTo("dids_data_idx");
    }

    private static boolean ensure() throws SQLException {
        return MetadataIndex.ensure(database.jdbcUrl(), database.user(), database.password(), Duration.ofMillis(300));
    }

    private static Connection idle(String... statements) throws SQLException {
        Connection connection = database.connectAs("dapple_writer");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return connection;
    }

    private void fill(int rows) throws SQLException {
        dids.runAsOwner(
                "INSERT INTO rucio.dids (vo, scope, name, data) SELECT 'def', 's', 'd' || i, jsonb_build_object("
                        + "'colour', 'c' || i, 'n', i, 'in', jsonb_build_object('side', i))"
                        + " FROM generate_series(1, " + rows + ") AS i");
        dids.runAsOwner("VACUUM ANALYZE rucio.dids");
    }

    private String plan(String condition) throws SQLException {
        var lines = new StringBuilder();
        try (Connection connection = database.connectAs("dapple_adql");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("EXPLAIN SELECT o.obs_id FROM rucio.dids AS d JOIN ivoa.obscore AS o"
                        + " ON o.rucio_did_scope = d.scope AND o.rucio_did_name = d.name WHERE " + condition)) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
        }
        return lines.toString();
    }
}
