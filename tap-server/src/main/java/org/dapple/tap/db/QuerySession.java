package org.dapple.tap.db;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One query on a pooled connection that can do no more than a stranger's query may: read what is published. */
final class QuerySession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QuerySession.class);

    private static final String LIMIT = "SET LOCAL statement_timeout = ";

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

    /**
     * What a pool's connections are set to once, so that a query is one exchange with the database. A stranger's statement
     * is one SELECT, which calls nothing that could take them back.
     *
     * @param timeLimit of each statement, unless a session is begun with another
     */
    static String restrictions(Duration timeLimit) {
        return "SET search_path = pg_catalog, public;"
                + " SET standard_conforming_strings = on;" // what the translator's quoting relies on
                + " SET statement_timeout = " + timeLimit.toMillis() + ";"
                + " SET default_transaction_read_only = on;"
                + " SET ROLE dapple_adql";
    }

    /**
     * Begins a session whose statements can be stopped from another thread.
     *
     * @param timeLimit where it is another than that of the pool
     */
    static QuerySession begin(HikariDataSource pool, Optional<Duration> timeLimit, Cancellation cancellation)
            throws SQLException {
        return begin(new QuerySession(pool, pool.getConnection(), cancellation), session -> {
            if (timeLimit.isPresent()) {
                session.beginTransaction(LIMIT + timeLimit.get().toMillis());
            }
        });
    }

    /**
     * Begins a transaction with the service's own privileges, for making temporary tables; {@link #restrict} comes before
     * anything of a stranger is run. The end of the transaction gives the connection back restricted.
     */
    static QuerySession beginUpload(HikariDataSource pool, Optional<Duration> timeLimit, Cancellation cancellation)
            throws SQLException {
        return begin(new QuerySession(pool, pool.getConnection(), cancellation), session -> {
            String limit = timeLimit.map(time -> "; " + LIMIT + time.toMillis()).orElse("");
            session.beginTransaction("SET TRANSACTION READ WRITE; SET LOCAL ROLE NONE" + limit);
        });
    }

    /** What a new session does first. */
    private interface Start {
        void of(QuerySession session) throws SQLException;
    }

    private static QuerySession begin(QuerySession session, Start start) throws SQLException {
        try {
            start.of(session);
            session.cancellation.begin(session);
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    private void beginTransaction(String settings) throws SQLException {
        connection.setAutoCommit(false);
        execute(settings);
    }

    /** From now on it can do no more than a stranger's query may; PostgreSQL lets no statement take this back. */
    void restrict() throws SQLException {
        execute("SET TRANSACTION READ ONLY; SET LOCAL ROLE dapple_adql");
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
            if (!abandoned && !connection.getAutoCommit()) {
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
