package org.dapple.tap.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.dapple.dali.fault.ServiceFault;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears what is notified on a channel of the database, also by other servers, on a connection of its own. For one thread.
 * What is notified while the connection is lost is not heard.
 */
public final class Notices implements AutoCloseable {

    private final Database database;
    private final String channel;
    private Connection connection;

    /** @param channel an SQL identifier */
    public Notices(Database database, String channel) {
        this.database = database;
        this.channel = channel;
    }

    /** Whether it listens, so that nothing since the last call was missed. */
    public boolean isListening() {
        return connection != null;
    }

    /**
     * Listens from now on, unless it does already.
     *
     * @throws ServiceFault when the database cannot be reached
     */
    public void listen() {
        if (connection == null) {
            try {
                connection = listening();
            } catch (SQLException e) {
                throw database.fault(e);
            }
        }
    }

    /**
     * Waits to be notified, and begins to listen first if need be.
     *
     * @return the payloads; none when the time is up
     * @throws ServiceFault when the database cannot be reached
     */
    public Set<String> await(Duration patience) {
        listen();
        try {
            PGNotification[] notices =
                    connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(patience.toMillis()));
            return Arrays.stream(notices == null ? new PGNotification[0] : notices)
                    .map(PGNotification::getParameter)
                    .collect(Collectors.toSet());
        } catch (SQLException e) {
            close();
            throw database.fault(e);
        }
    }

    private Connection listening() throws SQLException {
        Connection fresh = database.jobs().getConnection();
        try (Statement statement = fresh.createStatement()) {
            statement.execute("LISTEN " + channel);
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    /** Ends listening; the connection is not used for anything else afterwards. */
    @Override
    public void close() {
        if (connection != null) {
            database.jobs().evictConnection(connection);
            connection = null;
        }
    }
}
