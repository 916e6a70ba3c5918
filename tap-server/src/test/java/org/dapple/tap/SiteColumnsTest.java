package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.dapple.dbinit.Migrations;
import org.dapple.dbinit.mapping.Backfill;
import org.dapple.dbinit.mapping.MappingStore;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A running server answers from the radio extension, and from columns that a site adds meanwhile. */
class SiteColumnsTest {

    /** Longer than a server goes on by what it knows. */
    private static final Duration NOTICE = Duration.ofSeconds(7);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @Test
    void aColumnIsQueryableWithoutARestartAndGoesAgain() throws Exception {
        try (Connection owner = DATABASE.connect();
                var statement = owner.createStatement()) {
            statement.execute(
                    "INSERT INTO rucio.dids (vo, scope, name, data) VALUES ('def', 's', 'n', '{\"calib_level\": 1,"
                            + " \"obs_collection\": \"C\", \"obs_id\": \"o\", \"grade\": \"B\", \"f_resolution\": 12.5}')");
            String asked = "SELECT obs_id, grade, f_resolution FROM ivoa.obscore NATURAL JOIN ivoa.obscore_radio";
            assertThat(answer(asked)).contains("grade");
            apply(owner, "columns: {grade: {type: text, indexed: true}}\nsections: [{scopes: \"*\"}]\n");
            assertThat(awaited(asked, "o,B,12.5")).isEqualTo("obs_id,grade,f_resolution\no,B,12.5");
            assertThat(answer("SELECT indexed FROM tap_schema.columns WHERE column_name = 'grade'"))
                    .isEqualTo("indexed\n1");
            apply(owner, "sections: [{scopes: \"*\"}]\n");
            assertThat(answer(asked)).contains("ERROR", "grade").doesNotContain("o,B");
            assertThat(answer("SELECT obs_id, f_resolution FROM ivoa.obscore NATURAL JOIN ivoa.obs_radio"))
                    .isEqualTo("obs_id,f_resolution\no,12.5");
        }
    }

    private static void apply(Connection owner, String yaml) throws Exception {
        var store = new MappingStore(owner, NOTICE);
        store.apply(store.check(yaml));
        new Backfill(owner).run(Duration.ofSeconds(1), derived -> {});
    }

    private static String awaited(String query, String part) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String answer = answer(query);
        while (!answer.contains(part) && System.nanoTime() < end) {
            Thread.sleep(200);
            answer = answer(query);
        }
        return answer;
    }

    private static String answer(String query) {
        return SERVER.post("/tap/sync", Map.of("LANG", "ADQL", "RESPONSEFORMAT", "csv", "QUERY", query))
                .body()
                .replace("\r\n", "\n")
                .strip();
    }
}
