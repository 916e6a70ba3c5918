package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nonsense of every kind under every key: no write fails, and each DID is either visible or pending with words. */
class RandomMetadataTest {

    private static final int DIDS = 3000;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    @Test
    void neverMakesAWriteFail() throws SQLException {
        try (Dids dids = new Dids(database)) {
            List<String> columns = List.of(dids.value("SELECT string_agg(column_name, ',') FROM ivoa.derived_column")
                    .split(",", -1));
            RandomDocuments documents = new RandomDocuments(columns, new Random(42));
            for (int i = 0; i < DIDS; i++) {
                dids.upsert("d" + i, documents.next().toString());
            }
            dids.run(
                    "UPDATE dids SET data = data || '{\"calib_level\": 2, \"obs_collection\": \"C\", \"obs_id\": \"O\"}'");
            assertThat(dids.value("SELECT count(*) FROM ivoa.obscore")).isEqualTo(Integer.toString(DIDS));
            assertThat(dids.value("SELECT count(*) FROM ivoa.obscore_pending WHERE visible AND reason <> ''"))
                    .isEqualTo(dids.value("SELECT count(*) FROM ivoa.obscore_pending"));
            assertThat(dids.value(
                            "SELECT count(*) FROM ivoa.obscore_pending WHERE reason LIKE 'the database refused%'"))
                    .isEqualTo("0");
            assertThat(dids.value("SELECT count(s_region) > 100 FROM ivoa.obscore"))
                    .isEqualTo("t");
        }
    }
}
