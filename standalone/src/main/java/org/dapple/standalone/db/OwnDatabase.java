package org.dapple.standalone.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.dapple.standalone.state.Problem;

/** Somebody's own database: it is used, and neither started nor stopped. */
record OwnDatabase(DatabaseAccess access) implements DatabaseSource {

    private static final String QUERY_ROLE = "dapple_adql";

    static OwnDatabase at(String url) {
        return new OwnDatabase(DatabaseUrl.parse(url).access(System.getenv()));
    }

    @Override
    public DatabaseAccess start() {
        access.check();
        return access;
    }

    @Override
    public Optional<DatabaseAccess> running() {
        return Optional.of(access);
    }

    /** The owner itself, who must be able to become the role that queries run as; no password of the site's is touched. */
    @Override
    public DatabaseAccess forServices(DatabaseAccess owner) {
        try (var connection = owner.connect()) {
            if (!canBecomeQueryRole(connection)) {
                execute(connection, "GRANT %s TO CURRENT_USER".formatted(QUERY_ROLE));
            }
        } catch (SQLException e) {
            throw new Problem(
                    "The role %s cannot become %s, which queries run as (%s). Run as a superuser: GRANT %s TO %s"
                            .formatted(owner.user(), QUERY_ROLE, e.getMessage(), QUERY_ROLE, owner.user()),
                    e);
        }
        return owner;
    }

    private static boolean canBecomeQueryRole(Connection connection) {
        try {
            execute(connection, "SET ROLE " + QUERY_ROLE);
            execute(connection, "RESET ROLE");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public String psql() {
        return "psql";
    }

    @Override
    public void stop() {
        // It is not ours to stop.
    }
}
