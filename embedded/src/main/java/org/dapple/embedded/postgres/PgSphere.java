package org.dapple.embedded.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Puts the pgSphere extension into template1, so that every database made later has it. */
final class PgSphere {

    /** What ./dapple writes beside Debian 12's pgSphere, whose own script fails from PostgreSQL 15.19 on. */
    private static final String REPAIRED = "1.2.0dapple";

    private PgSphere() {}

    static void createIn(Connection template) throws SQLException {
        try (var statement = template.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_sphere" + chosenVersion(template));
        } catch (SQLException e) {
            throw e.getMessage().contains("commutator") ? unrepaired(e) : e;
        }
    }

    private static String chosenVersion(Connection template) throws SQLException {
        var query = "SELECT FROM pg_available_extensions JOIN pg_available_extension_versions USING (name)"
                + " WHERE name = 'pg_sphere' AND default_version = '1.2.0' AND version = ?";
        try (var statement = template.prepareStatement(query)) {
            statement.setString(1, REPAIRED);
            return statement.executeQuery().next() ? " VERSION '" + REPAIRED + "'" : "";
        }
    }

    private static SQLException unrepaired(SQLException cause) {
        return new SQLException(
                "this release of PostgreSQL refuses the packaged script of pgSphere (%s). Run 'sudo ./dapple repair' once: it adds a repaired script beside the packaged one"
                        .formatted(cause.getMessage()),
                cause.getSQLState(),
                cause);
    }
}
