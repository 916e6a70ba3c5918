package org.dapple.tap.db;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops one query from another thread, whether it runs already or has not begun. */
public final class Cancellation {

    private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);

    private QuerySession session;
    private boolean requested;
    private boolean dispossessed;

    /** Stops the query; may be repeated, since a request that meets the server between two statements is lost. */
    public synchronized void cancel() {
        requested = true;
        if (session != null) {
            try {
                session.cancel();
            } catch (SQLException e) {
                LOG.warn("a query could not be cancelled: {}", e.toString());
            }
        }
    }

    /**
     * Takes the connection away from a query whose thread is busy elsewhere, such as with a client that reads slowly: others
     * can have one at once, and that thread learns of it when it asks for the next row.
     */
    public synchronized void dispossess() {
        dispossessed = true;
        if (session != null) {
            session.abandon();
        }
    }

    /** Whether the connection was taken away. */
    synchronized boolean isDispossessed() {
        return dispossessed;
    }

    /** Whether somebody has asked for it. */
    public synchronized boolean isRequested() {
        return requested;
    }

    /** The session in which the query is about to run. */
    synchronized void begin(QuerySession begun) throws SQLException {
        if (requested) {
            throw new SQLException("cancelled before it began", SqlFaults.QUERY_CANCELED);
        }
        session = begun;
    }

    /** The query runs no more; a session that was to be cancelled is not used again, since the request may still come. */
    synchronized void end() {
        if (requested && session != null) {
            session.abandon();
        }
        session = null;
    }
}
