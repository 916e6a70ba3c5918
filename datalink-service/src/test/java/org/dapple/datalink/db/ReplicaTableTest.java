package org.dapple.datalink.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.dapple.datalink.TestSettings;
import org.dapple.datalink.replica.CatalogueException;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.replica.ReplicaCatalogue;
import org.dapple.datalink.replica.ReplicaCatalogueContract;
import org.dapple.dbinit.Migrations;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReplicaTableTest implements ReplicaCatalogueContract.WithRuciosColumns {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    private static Database connections;

    @BeforeAll
    static void insert() throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO rucio.dids (vo, scope, name) VALUES ('def', 'c', 'none');
                    INSERT INTO rucio.rses (rse, site, rse_type, latitude, longitude, soda_sync) VALUES
                      ('FAR', 'Farside', 'DISK', 10, 20, 'https://far.example.org/soda/sync'),
                      ('TAPE', NULL, 'TAPE', NULL, NULL, NULL);
                    INSERT INTO rucio.replicas (scope, name, rse, pfn, state, bytes, adler32) VALUES
                      ('c', 'two copies/a&b.fits', 'FAR', 'davs://far.example.org/two', 'AVAILABLE', 42, '0a1b2c3d'),
                      ('c', 'two copies/a&b.fits', 'TAPE', 'https://tape.example.org/two', 'AVAILABLE', NULL, NULL),
                      ('c', 'copying', 'FAR', 'davs://far.example.org/copying', 'COPYING', 1, NULL);
                    INSERT INTO rucio.contents (scope, name, child_scope, child_name) VALUES
                      ('c', 'set', 'c', 'two copies/a&b.fits'), ('c', 'set', 'c', 'copying');
                    """);
        }
        connections = new Database(TestSettings.database(DATABASE));
    }

    @AfterAll
    static void disconnect() {
        connections.close();
    }

    @Override
    public ReplicaCatalogue catalogue() {
        return new ReplicaTable(connections);
    }

    @Test
    void aTableThatHangsIsAFailureInTime() throws Exception {
        try (Connection locker = DATABASE.connect();
                Statement lock = locker.createStatement()) {
            locker.setAutoCommit(false);
            lock.execute("LOCK TABLE rucio.replicas IN ACCESS EXCLUSIVE MODE");
            Instant before = Instant.now();

            assertThatThrownBy(() -> catalogue().find(Set.of(TWO), Deadline.in(Duration.ofMillis(300))))
                    .isInstanceOf(CatalogueException.class)
                    .hasMessage("the database does not answer in time");
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(catalogue().find(Set.of(TWO), Deadline.in(IN_TIME)).of(TWO)).isPresent();
    }
}
