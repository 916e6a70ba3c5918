package org.dapple.tap.job.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.tap.db.Database;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears of changes of jobs, also of those that other servers make, on a connection of its own. For one thread. What
 * happens while the connection is lost is not heard of.
 */
public final class JobNotices implements AutoCloseable {

    private final Database database;
    private Connection connection;

    public JobNotices(Database database) {
        this.database = database;
    }

    /** Whether it listens, so that no change since the last call was missed. */
    public boolean isListening() {
        return connection != null;
    }

    /**
     * Waits for changes and connects first, if need be.
     *
     * @return the ids of jobs that changed; none when the time is up
     * @throws ServiceFault when the database cannot be reached
     */
    public Set<String> await(Duration patience) {
        try {
            if (connection == null) {
                connection = listening();
            }
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
            statement.execute("LISTEN dapple_uws");
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
