package org.dapple.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseTest {

    @RegisterExtension
    static final TestDatabase first = TestDatabase.migratedBy(TestDatabaseTest::migrate);

    @RegisterExtension
    static final TestDatabase second = TestDatabase.migratedBy(TestDatabaseTest::migrate);

    @RegisterExtension
    static final TestDatabase empty = TestDatabase.empty();

    @Test
    void copiesOneMigratedTemplateForAllThatNameTheSameMigration() throws SQLException {
        assertThat(value(first, "SELECT made FROM moment")).isEqualTo(value(second, "SELECT made FROM moment"));
    }

    @Test
    void givesEachItsOwnDatabase() throws SQLException {
        assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
        try (var connection = first.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE only_here ()");
        }
        assertThat(value(second, "SELECT to_regclass('only_here') IS NULL")).isEqualTo("t");
    }

    @Test
    void hasPgSphere() throws SQLException {
        assertThat(value(empty, "SELECT count(*) FROM pg_extension WHERE extname = 'pg_sphere'"))
                .isEqualTo("1");
    }

    @Test
    void connectsAsAnotherRole() throws SQLException {
        try (var connection = empty.connectAs("pg_read_all_data");
                var rows = connection.createStatement().executeQuery("SELECT current_user")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("pg_read_all_data");
        }
    }

    private static String value(TestDatabase database, String query) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void migrate(String jdbcUrl, String user, String password) {
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE moment AS SELECT clock_timestamp() AS made");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
