package org.dapple.dbinit;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database to the present schema: versioned migrations for tables, repeatable ones for functions. */
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    /** For each of the few moments at which making an index waits for transactions that write. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Migrations() {}

    /**
     * Applies what is missing; a database that is up to date stays untouched. The role becomes the owner of all that is
     * made; it needs CREATE on the database, and either the right to create roles and to install pgSphere or somebody
     * who has done both before.
     *
     * @param jdbcUrl a PostgreSQL JDBC URL, such as {@code jdbc:postgresql://localhost:5432/dapple}
     * @throws MigrationException if the database cannot be reached or a migration fails; that one then left nothing
     */
    public static void migrate(String jdbcUrl, String user, String password) {
        MigrateResult result;
        try {
            result = flyway(jdbcUrl, user, password).migrate();
            MetadataIndex.ensure(jdbcUrl, user, password, PATIENCE);
            remindOfRebuild(jdbcUrl, user, password);
        } catch (FlywayException e) {
            throw new MigrationException(e);
        } catch (SQLException e) {
            throw new MigrationException(new FlywayException("Cannot complete the migration: " + e.getMessage(), e));
        }
        if (result.migrationsExecuted == 0) {
            LOG.info("database is up to date");
        } else {
            LOG.info("{} migrations applied", result.migrationsExecuted);
        }
    }

    /** An upgrade can ask for a rebuild, which takes too long to be a part of it. */
    private static void remindOfRebuild(String jdbcUrl, String user, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password);
                var statement = connection.createStatement();
                var unfinished = statement.executeQuery("SELECT FROM ivoa.sync_rebuild")) {
            if (unfinished.next()) {
                LOG.warn("what there was before has not been derived anew yet: ./dapple sync rebuild");
            }
        }
    }

    /** Flyway as {@link #migrate} uses it, for those who want to look before they leap. */
    static Flyway flyway(String jdbcUrl, String user, String password) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(jdbcUrl, user, password)
                .locations("classpath:org/dapple/dbinit/migration")
                .schemas("dapple")
                .placeholderReplacement(false)
                .load();
    }
}
