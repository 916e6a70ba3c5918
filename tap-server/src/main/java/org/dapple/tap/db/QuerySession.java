package org.dapple.tap.db;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction on a pooled connection that can do no more than a stranger's query may: read what is published. */
final class QuerySession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QuerySession.class);

    /** Of the transaction only: whatever ends it gives the connection back as it was. */
    private static final String LIMIT = "SET LOCAL search_path = pg_catalog, public;"
            + " SET LOCAL standard_conforming_strings = on;" // what the translator's quoting relies on
            + " SET LOCAL statement_timeout = %d";

    private static final String RESTRICT = "SET TRANSACTION READ ONLY; SET LOCAL ROLE dapple_adql";

    private final HikariDataSource pool;
    private final Connection connection;
    private final Cancellation cancellation;
    private volatile boolean abandoned;
    private boolean closed;

    private QuerySession(HikariDataSource pool, Connection connection, Cancellation cancellation) {
        this.pool = pool;
        this.connection = connection;
        this.cancellation = cancellation;
    }

    /** Begins; the pool's connections are READ ONLY and do not commit by themselves. */
    static QuerySession begin(HikariDataSource pool, Duration timeLimit) throws SQLException {
        return begin(pool, timeLimit, new Cancellation());
    }

    /** Begins a session whose statements can be stopped from another thread. */
    static QuerySession begin(HikariDataSource pool, Duration timeLimit, Cancellation cancellation)
            throws SQLException {
        QuerySession session = new QuerySession(pool, pool.getConnection(), cancellation);
        try {
            session.execute(LIMIT.formatted(timeLimit.toMillis()) + "; " + RESTRICT);
            cancellation.begin(session);
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /**
     * Begins with the service's own privileges, for making temporary tables; {@link #restrict} comes before anything of a
     * stranger is run. The pool makes the connection READ ONLY again when it has it back.
     */
    static QuerySession beginUpload(HikariDataSource pool, Duration timeLimit, Cancellation cancellation)
            throws SQLException {
        QuerySession session = new QuerySession(pool, pool.getConnection(), cancellation);
        try {
            session.connection.setReadOnly(false);
            session.execute(LIMIT.formatted(timeLimit.toMillis()));
            cancellation.begin(session);
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /** From now on it can do no more than a stranger's query may; PostgreSQL lets no statement take this back. */
    void restrict() throws SQLException {
        execute(RESTRICT);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    CopyIn copyIn(String sql) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    }

    CopyOut copyOut(String sql) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
    }

    /** The answer of EXPLAIN in JSON. */
    String explain(String select) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet plan = statement.executeQuery("EXPLAIN (VERBOSE, FORMAT JSON) " + select)) {
                plan.next();
                return plan.getString(1);
            }
        }
    }

    /** Asks the server to end the running statement; its end is seen by whoever reads from it. */
    void cancel() throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
    }

    /** Whether another thread has taken the connection away: whatever fails then fails because of that. */
    boolean isDispossessed() {
        return cancellation.isDispossessed();
    }

    /** Never give this connection to anybody again. */
    void abandon() {
        abandoned = true;
        pool.evictConnection(connection);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        cancellation.end();
        try (connection) {
            if (!abandoned) {
                rollback();
            }
        } catch (SQLException e) {
            LOG.debug("a session could not be given back", e);
        }
    }

    private void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("a session could not be rolled back and is dropped", e);
            abandon();
        }
    }
}
