package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An operator's own PostgreSQL, whose owner of the database is no superuser. */
class OwnerTest {

    /** Its migration has made the cluster's roles. */
    @RegisterExtension
    static final TestDatabase cluster = TestDatabase.migratedBy(Migrations::migrate);

    @BeforeEach
    void createDatabase() throws SQLException {
        run(cluster.jdbcUrl(), "CREATE ROLE operator LOGIN PASSWORD 'operator'");
        run(cluster.jdbcUrl(), "CREATE DATABASE operated TEMPLATE template0 OWNER operator");
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        run(cluster.jdbcUrl(), "DROP DATABASE operated WITH (FORCE)");
        run(cluster.jdbcUrl(), "DROP ROLE operator");
    }

    @Test
    void isToldWhatASuperuserHasToRunAndCanThenMigrate() throws SQLException {
        assertThatThrownBy(() -> Migrations.migrate(url(), "operator", "operator"))
                .hasMessageMatching("the role operator may not install pgSphere. "
                        + "Run as a superuser in database operated: CREATE EXTENSION pg_sphere SCHEMA public.*;");
        run(url(), "CREATE EXTENSION pg_sphere SCHEMA public");
        Migrations.migrate(url(), "operator", "operator");
        try (Connection connection = DriverManager.getConnection(url(), "operator", "operator");
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO rucio.dids (vo, scope, name, data) VALUES"
                    + " ('def', 's', 'n', '{\"calib_level\": 1, \"obs_collection\": \"C\", \"obs_id\": \"O\"}')");
            try (var rows = statement.executeQuery("SELECT obs_publisher_did FROM ivoa.obscore")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("ivo://dapple.local/data?s:n");
            }
        }
    }

    @Test
    void isToldWherePgSphereHasToBe() throws SQLException {
        run(url(), "CREATE SCHEMA elsewhere");
        run(url(), "CREATE EXTENSION pg_sphere SCHEMA elsewhere");
        assertThatThrownBy(() -> Migrations.migrate(url(), "operator", "operator"))
                .hasMessageContaining("pgSphere is installed in schema elsewhere")
                .hasMessageContaining("ALTER EXTENSION pg_sphere SET SCHEMA public");
    }

    @Test
    void isToldWhenTheDatabaseDoesNotAnswer() {
        assertThatThrownBy(() -> Migrations.migrate(url(), "operator", "wrong"))
                .hasMessageContaining("password authentication failed for user \"operator\"");
    }

    private static String url() {
        return cluster.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/operated$1");
    }

    private static void run(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, cluster.user(), cluster.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
