package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** ivoa.obscore_radio has a row for each visible DID with a radio value, and follows it. */
class RadioTest {

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
    void aRowComesChangesAndGoesWithItsValues() throws SQLException {
        dids.upsert("a", COMPLETE);
        assertThat(radio("count(*)")).isEqualTo("0");
        dids.upsert("a", "{\"f_resolution\": 12.5, \"instr_tel_number\": 64, \"scan_mode\": \"on-source\"}");
        assertThat(radio("concat_ws(' ', obs_publisher_did, f_resolution, instr_tel_number, scan_mode)"))
                .isEqualTo("ivo://dapple.local/data?test:a 12.5 64 on-source");
        dids.upsert("a", "{\"f_resolution\": \"13\", \"obs_publisher_did\": \"ivo://x/y?z\"}");
        assertThat(radio("concat_ws(' ', obs_publisher_did, f_resolution)")).isEqualTo("ivo://x/y?z 13");
        for (String key : new String[] {"f_resolution", "instr_tel_number", "scan_mode"}) {
            dids.removeKey("a", key);
        }
        assertThat(radio("count(*)")).isEqualTo("0");
        assertThat(dids.visible("a")).isTrue();
    }

    @Test
    void aRowGoesWithTheRowOfObscore() throws SQLException {
        for (String name : new String[] {"hidden", "deleted", "renamed", "kept"}) {
            dids.upsert(name, COMPLETE);
            dids.upsert(name, "{\"s_fov_min\": 1.5}");
        }
        dids.removeKey("hidden", "obs_id");
        dids.delete("deleted");
        dids.run("UPDATE dids SET name = 'new' WHERE name = 'renamed'");
        assertThat(radio("string_agg(rucio_did_name, ' ' ORDER BY rucio_did_name)"))
                .isEqualTo("kept new");
        dids.upsert("hidden", "{\"obs_id\": \"O\"}");
        assertThat(radio("count(*)")).isEqualTo("3");
        dids.runAsOwner("TRUNCATE rucio.dids");
        assertThat(radio("count(*)")).isEqualTo("0");
    }

    @Test
    void aValueThatCannotBeUsedIsPendingWithTheReason() throws SQLException {
        dids.upsert("a", COMPLETE);
        dids.upsert("a", "{\"instr_tel_number\": 1.5, \"uv_distance_max\": \"far\", \"instr_feed\": [1]}");
        assertThat(dids.reason("a"))
                .isEqualTo(
                        "uv_distance_max: \"far\" is not a number; instr_tel_number: \"1.5\" is not an integer of 32 bits;"
                                + " instr_feed: \"[1]\" is a list, not a single value");
        assertThat(radio("count(*)")).isEqualTo("0");
        dids.upsert("a", "{\"instr_tel_number\": 3, \"uv_distance_max\": 1e3, \"instr_feed\": null}");
        assertThat(dids.reason("a")).isNull();
        assertThat(radio("concat_ws(' ', instr_tel_number, uv_distance_max, instr_feed)"))
                .isEqualTo("3 1000");
    }

    @Test
    void theOlderNamesAreAView() throws SQLException {
        dids.upsert("a", COMPLETE);
        dids.upsert("a", "{\"instr_tel_max_dist\": 7700.5, \"tracking_type\": \"sidereal\"}");
        assertThat(dids.value(
                        "SELECT concat_ws(' ', instrument_ant_max_dist, tracking_mode, t_exp_min) FROM ivoa.obs_radio"))
                .isEqualTo("7700.5 sidereal");
    }

    @Test
    void derivingAnewGivesTheSame() throws SQLException {
        dids.run("INSERT INTO dids (scope, name, vo, data) SELECT 'test', 'n' || i, 'def', ('" + COMPLETE
                + "')::jsonb || jsonb_build_object(CASE WHEN i % 3 = 0 THEN 's_fov_max' ELSE 'other' END, i)"
                + " FROM generate_series(1, 3000) AS i");
        String kept = state();
        assertThat(radio("count(*)")).isEqualTo("1000");
        dids.runAsOwner("DELETE FROM ivoa.obscore_radio WHERE s_fov_max > 1500");
        dids.runAsOwner("INSERT INTO ivoa.obscore_radio (obs_publisher_did, rucio_did_scope, rucio_did_name)"
                + " VALUES ('x', 'test', 'stray'), ('x', 'test', 'n1')");
        dids.runAsOwner("CALL ivoa.resync()");
        assertThat(state()).isEqualTo(kept);
    }

    private String state() throws SQLException {
        return radio("md5(string_agg(r::text, '|' ORDER BY rucio_did_name))");
    }

    private String radio(String expression) throws SQLException {
        return dids.value("SELECT " + expression + " FROM ivoa.obscore_radio AS r");
    }
}
