package org.dapple.standalone.db;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.dapple.embedded.postgres.ClusterAddress;
import org.dapple.embedded.postgres.PrivatePostgres;
import org.dapple.standalone.state.Problem;

/** The database {@value #NAME} of a private cluster. */
record PrivateDatabase(Path folder) implements DatabaseSource {

    private static final String NAME = "dapple";
    private static final String SERVICE_ROLE = "dapple_service";
    private static final int PASSWORD_BYTES = 24;

    @Override
    public DatabaseAccess start() {
        var address = PrivatePostgres.in(folder).start();
        try (var connection = access(address, "postgres").connect()) {
            if (!exists(connection)) {
                execute(connection, "CREATE DATABASE " + NAME);
            }
        } catch (SQLException e) {
            throw new Problem("Cannot make the database %s: %s".formatted(NAME, e.getMessage()), e);
        }
        return access(address, NAME);
    }

    @Override
    public Optional<DatabaseAccess> running() {
        return Files.exists(folder)
                ? PrivatePostgres.in(folder).running().map(address -> access(address, NAME))
                : Optional.empty();
    }

    /** The role of the services with a new password, which nobody but the services needs to know. */
    @Override
    public DatabaseAccess forServices(DatabaseAccess owner) {
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        var password = HexFormat.of().formatHex(random);
        try (var connection = owner.connect()) {
            execute(connection, "ALTER ROLE %s PASSWORD '%s'".formatted(SERVICE_ROLE, password));
        } catch (SQLException e) {
            throw new Problem("Cannot set the password of %s".formatted(SERVICE_ROLE), e);
        }
        return new DatabaseAccess(owner.jdbcUrl(), SERVICE_ROLE, password);
    }

    @Override
    public String psql() {
        return PrivatePostgres.in(folder).program("psql").toString();
    }

    @Override
    public void stop() {
        if (Files.exists(folder)) {
            PrivatePostgres.in(folder).stop();
        }
    }

    private static DatabaseAccess access(ClusterAddress address, String database) {
        return new DatabaseAccess(address.jdbcUrl(database), address.user(), address.password());
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            statement.setString(1, NAME);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
