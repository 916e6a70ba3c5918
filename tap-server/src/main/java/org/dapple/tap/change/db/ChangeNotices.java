package org.dapple.tap.change.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.tap.db.Database;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Waits for new changes on a connection of its own. For one thread. */
public final class ChangeNotices implements AutoCloseable {

    private final Database database;
    private Connection connection;
    private Cursor seen;

    public ChangeNotices(Database database) {
        this.database = database;
    }

    /**
     * Waits to be notified or, since not every transaction notifies, for the time given; then looks.
     *
     * @return whether the feed may have become longer since the last call; true at the first
     * @throws ServiceFault when the database cannot be reached
     */
    public boolean await(Duration patience) {
        try {
            if (connection == null) {
                connection = listening();
                return true;
            }
            PGNotification[] notices =
                    connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(patience.toMillis()));
            boolean isTold = notices != null && notices.length > 0;
            return hasGrown() || isTold;
        } catch (SQLException e) {
            close();
            throw database.fault(e);
        }
    }

    private boolean hasGrown() throws SQLException {
        boolean grown = !ChangeStore.page(connection, seen, 1).isEnd();
        if (grown) {
            seen = end(connection);
        }
        return grown;
    }

    private static Cursor end(Connection connection) throws SQLException {
        return ChangeStore.page(connection, new Cursor(Long.MAX_VALUE, 0), 1).next();
    }

    private Connection listening() throws SQLException {
        Connection fresh = database.jobs().getConnection();
        try (Statement statement = fresh.createStatement()) {
            statement.execute("LISTEN dapple_changes");
            seen = end(fresh);
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            database.jobs().evictConnection(connection);
            connection = null;
        }
    }
}
