package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deriving everything anew gives what the triggers have kept, and follows the settings and the mapping. */
class ResyncTest {

    private static final List<String> PIECES = List.of(
            "{\"calib_level\": 2}",
            "{\"calib_level\": \"none\"}",
            "{\"obs_collection\": \"C\"}",
            "{\"obs_id\": \"O\", \"target_name\": \"T\"}",
            "{\"s_ra\": 10, \"s_dec\": 20, \"s_fov\": 1}",
            "{\"f_resolution\": 5, \"instr_feed\": 2}",
            "{\"f_resolution\": null, \"instr_feed\": \"one\"}",
            "{\"s_ra\": \"abc\", \"s_region\": \"polygon 0 0 10 0 10 10 0 10\"}",
            "{\"s_region\": \"union (circle 10 20 1 range 12 14 20 22)\"}",
            "{\"s_region\": null, \"obs_release_date\": \"soon\"}",
            "{\"calib_level\": 1, \"obs_collection\": \"D\", \"obs_id\": 7}");

    private static final String STATE = """
            SELECT md5(coalesce(string_agg(line, E'\\n' ORDER BY line), '')) FROM (
              SELECT o::text AS line FROM ivoa.obscore AS o
              UNION ALL SELECT r::text FROM ivoa.obscore_radio AS r
              UNION ALL SELECT concat_ws('|', rucio_did_scope, rucio_did_name, visible, reason, problems) FROM ivoa.obscore_pending
            ) AS lines
            """;

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
        dids.runAsOwner("SELECT ivoa.set_site('dapple.local', 'data', 'http://localhost:8080')");
        dids.close();
    }

    @Test
    void aRandomHistoryEndsWhereDerivingAnewEnds() throws SQLException {
        var random = new Random(20261122);
        for (int step = 0; step < 600; step++) {
            String name = "d" + random.nextInt(25);
            switch (random.nextInt(10)) {
                case 0 -> dids.delete(name);
                case 1 ->
                    dids.removeKey(
                            name, List.of("calib_level", "s_region", "obs_id").get(random.nextInt(3)));
                case 2 -> dids.run("UPDATE dids SET name = ? WHERE name = ?", name + "-" + step, name);
                default -> dids.upsert(name, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        String kept = dids.value(STATE);
        assertThat(dids.value("SELECT count(*) > 10 FROM ivoa.obscore")).isEqualTo("t");
        dids.runAsOwner("DELETE FROM ivoa.obscore");
        dids.runAsOwner("DELETE FROM ivoa.obscore_radio");
        dids.runAsOwner("DELETE FROM ivoa.obscore_pending");
        dids.runAsOwner("CALL ivoa.resync()");
        assertThat(dids.value(STATE)).isEqualTo(kept);
    }

    @Test
    void removesRowsWhoseDidIsGoneAndRestoresLostOnes() throws SQLException {
        dids.upsert("a", "{\"calib_level\": 2, \"obs_collection\": \"C\", \"obs_id\": \"O\"}");
        String right = dids.value(STATE);
        dids.runAsOwner("UPDATE ivoa.obscore SET rucio_did_name = 'stray'");
        dids.runAsOwner("CALL ivoa.resync()");
        assertThat(dids.value(STATE)).isEqualTo(right);
    }

    @Test
    void newSettingsReachEveryRow() throws SQLException {
        dids.upsert("a", "{\"calib_level\": 2, \"obs_collection\": \"C\", \"obs_id\": \"O\"}");
        var site = new Site("example.org", "lake", "https://vo.example.org/dapple");
        assertThat(site.applyTo(database.jdbcUrl(), database.user(), database.password()))
                .isTrue();
        assertThat(site.applyTo(database.jdbcUrl(), database.user(), database.password()))
                .isFalse();
        assertThat(dids.column("a", "obs_publisher_did || ' ' || access_url"))
                .isEqualTo("ivo://example.org/lake?test:a"
                        + " https://vo.example.org/dapple/datalink/links?ID=ivo%3A%2F%2Fexample.org%2Flake%3Ftest%3Aa");
    }

    @Test
    void settingsThatCannotBePartOfAnIdentifierAreRefused() {
        assertThatThrownBy(() -> dids.runAsOwner("SELECT ivoa.set_site('a b', 'data', 'http://x')"))
                .hasMessageContaining("site_authority_check");
        assertThatThrownBy(() -> dids.runAsOwner("SELECT ivoa.set_site('example.org', 'data', 'http://x/')"))
                .hasMessageContaining("site_base_url_check");
    }

    @Test
    void aChangedMappingIsFollowedAfterGenerating() throws SQLException {
        dids.upsert(
                "a",
                "{\"calib_level\": 2, \"obs_collection\": \"C\", \"obs_id\": \"O\", \"object\": {\"name\": \"M83\"}}");
        dids.runAsOwner(
                "INSERT INTO ivoa.mapping_rule VALUES (1, 'target_name', '[{\"path\": [\"object\", \"name\"]}]'),"
                        + " (1, 'o_ucd', '[]')");
        dids.runAsOwner("SELECT ivoa.generate_sync()");
        dids.runAsOwner("CALL ivoa.resync()");
        assertThat(dids.column("a", "target_name")).isEqualTo("M83");
        dids.upsert("a", "{\"object\": {\"name\": [1]}, \"o_ucd\": \"phot.flux\"}");
        assertThat(dids.reason("a")).isEqualTo("target_name: \"[1]\" is a list, not a single value");
        assertThat(dids.column("a", "o_ucd")).isNull();
        dids.runAsOwner("DELETE FROM ivoa.mapping_rule");
        dids.runAsOwner("SELECT ivoa.generate_sync()");
    }
}
