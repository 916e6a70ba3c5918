package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way of a single key into ivoa.obscore, and that what it cannot do is done the long way. */
class TouchTest {

    private static final String COMPLETE =
            "{\"calib_level\": 2, \"obs_collection\": \"C\", \"obs_id\": \"O\", \"obs_title\": 1.0, \"t_min\": 5}";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private Dids dids;

    @BeforeEach
    void complete() throws SQLException {
        dids = new Dids(database);
        dids.upsert("a", COMPLETE);
        dids.runAsOwner("DELETE FROM ivoa.obscore_changes");
    }

    @AfterEach
    void empty() throws SQLException {
        dids.runAsOwner("TRUNCATE rucio.dids");
        dids.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "t_exptime, {'t_exptime': 7}, 7",
                "t_exptime, {'t_exptime': ' 7.5 '}, 7.5",
                "t_min, {'t_min': null},",
                "t_min, {'t_min': 5.00}, 5",
                "obs_title, {'obs_title': 1.00}, 1.00",
                "obs_title, {'obs_title': '1.0'}, 1.0",
                "dataproduct_type, {'dataproduct_type': 'IMAGE'}, image",
                "t_max, \"{'t_max': 8, 't_min': 7}\", 8",
                "s_ra, {'s_ra': 10}, 10",
                "obs_publisher_did, {'obs_publisher_did': 'ivo://x/y'}, ivo://x/y",
                "t_min, {'a\\\\b': 1}, 5",
                "t_min, {'': 1}, 5",
            })
    void aKeyMakesItsColumn(String column, String merged, String value) throws SQLException {
        dids.upsert("a", merged.replace('\'', '"'));
        assertThat(dids.column("a", column)).isEqualTo(value);
        assertThat(dids.reason("a")).isNull();
    }

    @Test
    void onlyTheColumnOfTheKeyIsWrittenWithParametersOrWithout() throws SQLException {
        dids.runAsOwner("UPDATE ivoa.obscore SET t_max = 99");
        dids.upsert("a", "{\"t_exptime\": 7}");
        assertThat(dids.column("a", "t_exptime")).isEqualTo("7");
        dids.upsertPrepared("a", "{\"t_exptime\": 8}");
        assertThat(dids.column("a", "t_exptime")).isEqualTo("8");
        assertThat(dids.column("a", "t_max")).isEqualTo("99");
    }

    @Test
    void anUpsertMayWriteMoreThanTheKeyThatItProposes() throws SQLException {
        dids.run("INSERT INTO dids (scope, name, vo, data) SELECT scope, name, vo, '{\"t_exptime\": 7}' FROM dids"
                + " ON CONFLICT (scope, name) DO UPDATE SET data = dids.data || EXCLUDED.data || '{\"t_max\": 8}'");
        assertThat(dids.column("a", "t_exptime")).isEqualTo("7");
        assertThat(dids.column("a", "t_max")).isEqualTo("8");
    }

    @Test
    void aDocumentInAConditionIsNotWhatIsWritten() throws SQLException {
        dids.run(
                "UPDATE dids SET data = data || jsonb_build_object('t_max', 8) WHERE NOT data @> '{\"t_exptime\": 7}'");
        assertThat(dids.column("a", "t_max")).isEqualTo("8");
        dids.run("UPDATE dids SET data = NULL WHERE NOT data @> '{\"t_exptime\": 7}'");
        assertThat(dids.column("a", "obs_id")).isNull();
    }

    @Test
    void theKeyOfAnUpsertSaysNothingAboutTheNextUpdate() throws SQLException {
        dids.upsert("b", "{\"t_exptime\": 7}");
        dids.run("UPDATE dids SET data = data || '{\"t_exptime\": 8, \"t_max\": 9}' WHERE name = 'a'");
        assertThat(dids.column("a", "t_exptime")).isEqualTo("8");
        assertThat(dids.column("a", "t_max")).isEqualTo("9");
    }

    @Test
    void aKeyThatIsRemovedLeavesNull() throws SQLException {
        dids.removeKey("a", "t_min");
        assertThat(dids.column("a", "t_min")).isNull();
        assertThat(changes()).isEqualTo("1");
    }

    @Test
    void aValueThatCannotBeUsedIsPendingUntilItIsMended() throws SQLException {
        dids.upsert("a", "{\"t_min\": \"late\"}");
        assertThat(dids.column("a", "t_min")).isNull();
        assertThat(dids.reason("a")).isEqualTo("t_min: \"late\" is not a number");
        dids.upsert("a", "{\"t_max\": 9}");
        assertThat(dids.reason("a")).isEqualTo("t_min: \"late\" is not a number");
        dids.upsert("a", "{\"t_min\": 6}");
        assertThat(dids.column("a", "t_min")).isEqualTo("6");
        assertThat(dids.reason("a")).isNull();
    }

    @Test
    void aKeyThatMakesNoColumnLeavesTheRowUntouched() throws SQLException {
        String version = dids.column("a", "ctid");
        dids.upsert("a", "{\"unheard\": \"of\"}");
        assertThat(dids.column("a", "ctid")).isEqualTo(version);
        assertThat(changes()).isEqualTo("0");
    }

    @Test
    void everyRowOfAStatementIsFollowed() throws SQLException {
        dids.upsert("b", COMPLETE);
        dids.upsert("c", COMPLETE);
        dids.runAsOwner("DELETE FROM ivoa.obscore_changes");
        dids.run("UPDATE dids SET data = data || '{\"t_max\": 9}'");
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore WHERE t_max = 9"))
                .isEqualTo("3");
        assertThat(changes()).isEqualTo("3");
    }

    @Test
    void aVeryLongStatementIsFollowed() throws SQLException {
        String rows = IntStream.range(0, 300)
                .mapToObj(i -> "('test', 'many%d', 'def', '{\"t_exptime\": %d}')".formatted(i, i))
                .collect(Collectors.joining(", "));
        dids.run("INSERT INTO dids (scope, name, vo, data) SELECT 'test', 'many' || i, 'def', '" + COMPLETE
                + "' FROM generate_series(0, 299) AS i");
        dids.run("INSERT INTO dids (scope, name, vo, data) VALUES " + rows + " ".repeat(300_000)
                + " ON CONFLICT (scope, name) DO UPDATE SET data = dids.data || EXCLUDED.data");
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore WHERE 'many' || t_exptime = rucio_did_name"))
                .isEqualTo("300");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin",
                "select",
                "a\"b",
                "T Exp",
                "made",
                "x",
                "d",
                "o",
                "had",
                "outcome",
                "did",
                "usable",
                "touch_did",
                "changed",
                "before",
                "after",
                "value_before",
                "value_after",
                "did_scope",
                "_document",
                "t_exptime"
            })
    void aKeyMayHaveAnyName(String key) throws SQLException {
        dids.runAsOwner(
                "INSERT INTO ivoa.mapping_rule (section, column_name, sources) VALUES (1, 't_exptime', jsonb_build_array("
                        + "jsonb_build_object('path', jsonb_build_array('" + key
                        + "')), jsonb_build_object('path', '{other}'::text[])))");
        try {
            dids.runAsOwner("SELECT ivoa.generate_sync()");
            dids.runAsOwner("UPDATE ivoa.obscore SET t_max = 99");
            dids.upsert("a", "{\"other\": 6}");
            assertThat(dids.column("a", "t_exptime")).isEqualTo("6");
            dids.upsert("a", "{\"" + key.replace("\"", "\\\"") + "\": 7}");
            assertThat(dids.column("a", "t_exptime")).isEqualTo("7");
            assertThat(dids.column("a", "t_max")).isEqualTo("99");
        } finally {
            dids.runAsOwner("DELETE FROM ivoa.mapping_rule");
            dids.runAsOwner("SELECT ivoa.generate_sync()");
        }
    }

    private String changes() throws SQLException {
        return dids.value("SELECT count(*) FROM ivoa.obscore_changes WHERE change = 'update'");
    }
}
