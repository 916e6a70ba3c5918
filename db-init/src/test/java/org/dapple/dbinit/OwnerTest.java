package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

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
        run(url(), whatASuperuserHasToRun());
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
        run(url(), whatASuperuserHasToRun().replace("SCHEMA public", "SCHEMA elsewhere"));
        assertThatThrownBy(() -> Migrations.migrate(url(), "operator", "operator"))
                .hasMessageContaining("pgSphere is installed in schema elsewhere")
                .hasMessageContaining("ALTER EXTENSION pg_sphere SET SCHEMA public");
    }

    @Test
    void isToldWhenTheDatabaseDoesNotAnswer() {
        assertThatThrownBy(() -> Migrations.migrate(url(), "operator", "wrong"))
                .hasMessageContaining("password authentication failed for user \"operator\"");
    }

    /** Not simply CREATE EXTENSION pg_sphere: which version installs depends on the release of PostgreSQL. */
    private static String whatASuperuserHasToRun() {
        String advice = "the role operator may not install pgSphere. Run as a superuser in database operated: ";
        Throwable refusal = catchThrowable(() -> Migrations.migrate(url(), "operator", "operator"));
        assertThat(refusal).hasMessageStartingWith(advice + "CREATE EXTENSION pg_sphere SCHEMA public");
        return refusal.getMessage().substring(advice.length());
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
