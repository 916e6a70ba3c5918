package org.dapple.standalone.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dapple.dbinit.MigrationException;
import org.dapple.dbinit.Migrations;
import org.dapple.standalone.state.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How to reach a database as one role.
 *
 * @param jdbcUrl without user and password
 * @param password empty where none is needed; never printed
 */
public record DatabaseAccess(String jdbcUrl, String user, String password) {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAccess.class);

    /**
     * A new connection, which the caller closes.
     *
     * @throws Problem when the database refuses it
     */
    public Connection connect() {
        try {
            return DriverManager.getConnection(jdbcUrl, user, password);
        } catch (SQLException e) {
            throw new Problem("Cannot connect to %s as %s: %s".formatted(jdbcUrl, user, e.getMessage()), e);
        }
    }

    /**
     * Brings the database to the present schema.
     *
     * @throws Problem when a migration fails, which then leaves nothing
     */
    public void migrate() {
        try {
            Migrations.migrate(jdbcUrl, user, password);
        } catch (MigrationException e) {
            throw new Problem("Cannot bring the database to the present schema: " + e.getMessage(), e);
        }
    }

    /** The same as environment variables of libpq, which psql reads. */
    public Map<String, String> libpqVariables() {
        var url = DatabaseUrl.parse(jdbcUrl);
        var variables = new LinkedHashMap<String, String>();
        variables.put("PGHOST", url.host());
        variables.put("PGPORT", Integer.toString(url.port()));
        variables.put("PGDATABASE", url.database());
        variables.put("PGUSER", user);
        if (!password.isEmpty()) {
            variables.put("PGPASSWORD", password);
        }
        url.option("sslmode").ifPresent(mode -> variables.put("PGSSLMODE", mode));
        return variables;
    }

    /** Tries whether the database lets this role in. */
    void check() {
        try (var connection = connect()) {
            LOG.info("Using {} (PostgreSQL {})", this, connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException e) {
            throw new Problem("Cannot use %s: %s".formatted(this, e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
