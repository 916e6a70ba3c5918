package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is noted in ivoa.obscore_changes when rows of ivoa.obscore come, change and go. */
class ObscoreChangesTest {

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
        dids.runAsOwner("DELETE FROM ivoa.obscore_changes");
        dids.close();
    }

    @Test
    void aRowThatCameChangedOrWentIsNotedInItsTransaction() throws SQLException {
        dids.upsert("a", "{\"obs_id\": \"O\"}");
        assertThat(noted()).isNull();
        dids.upsert("a", COMPLETE);
        dids.upsert("a", "{\"target_name\": \"M83\"}");
        dids.removeKey("a", "obs_id");
        dids.upsert("a", COMPLETE);
        dids.delete("a");
        assertThat(noted()).isEqualTo("insert a, update a, delete a, insert a, delete a");
        assertThat(dids.value("SELECT count(DISTINCT transaction_id) FROM ivoa.obscore_changes"))
                .isEqualTo("5");
    }

    @Test
    void aRenamedDidGoesAndComes() throws SQLException {
        dids.upsert("old", COMPLETE);
        dids.run("UPDATE dids SET name = 'new' WHERE name = 'old'");
        assertThat(noted()).isEqualTo("insert old, delete old, insert new");
    }

    @Test
    void whatLeavesTheRowAsItIsIsNoNews() throws SQLException {
        dids.upsert("a", COMPLETE);
        dids.upsert("a", "{\"unheard\": \"of\"}");
        dids.upsert("b", "{\"calib_level\": 2, \"obs_collection\": \"C\", \"obs_id\": \"O\", \"t_min\": 5}");
        dids.upsert("b", "{\"t_min\": 5.00}");
        dids.upsert("b", "{\"t_min\": \"5\"}");
        dids.runAsOwner("CALL ivoa.resync()");
        assertThat(noted()).isEqualTo("insert a, insert b");
    }

    @Test
    void aRolledBackWriteIsNotNoted() throws SQLException {
        dids.rucio().setAutoCommit(false);
        dids.upsert("a", COMPLETE);
        dids.rucio().rollback();
        dids.rucio().setAutoCommit(true);
        assertThat(noted()).isNull();
    }

    @Test
    void aBulkStatementNotesEachRow() throws SQLException {
        dids.run("INSERT INTO dids (scope, name, vo, data) SELECT 'test', 'n' || i, 'def', '" + COMPLETE
                + "'::jsonb FROM generate_series(1, 3000) AS i");
        dids.run("UPDATE dids SET data = data || '{\"obs_id\": \"P\"}'");
        dids.runAsOwner("TRUNCATE rucio.dids");
        assertThat(
                        dids.value(
                                "SELECT string_agg(change || ' ' || n, ', ' ORDER BY change) FROM"
                                        + " (SELECT change, count(DISTINCT rucio_did_name) AS n FROM ivoa.obscore_changes GROUP BY change) AS c"))
                .isEqualTo("delete 3000, insert 3000, update 3000");
    }

    @Test
    void whatIsOlderThanTheSiteKeepsIsForgottenFromTheOldestOn() throws SQLException {
        for (String name : new String[] {"a", "b", "c"}) {
            dids.upsert(name, COMPLETE);
        }
        dids.runAsOwner("UPDATE ivoa.obscore_changes SET changed_at = now() - interval '40 days'"
                + " WHERE rucio_did_name IN ('a', 'c')");
        assertThat(dids.value("SELECT ivoa.forget_old_changes()")).isEqualTo("1");
        assertThat(noted()).as("no gaps").isEqualTo("insert b, insert c");
        assertThat(dids.value("SELECT (SELECT transaction_id FROM ivoa.obscore_changes_forgotten)"
                        + " = (SELECT min(transaction_id::text)::xid8 FROM ivoa.obscore_changes)"))
                .isEqualTo("t");
    }

    private String noted() throws SQLException {
        return dids.value("SELECT string_agg(change || ' ' || rucio_did_name, ', ' ORDER BY transaction_id, place)"
                + " FROM ivoa.obscore_changes");
    }
}
