package org.dapple.tap.db;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;

/** Runs SQL as {@code dapple_adql}, READ ONLY and ended by a time limit. */
public final class QueryRunner {

    /** Queries that may wait for each connection there is. */
    private static final int WAITING_PER_CONNECTION = 10;

    private static final Duration WHEN_FULL = Duration.ofSeconds(5);

    private final HikariDataSource pool;
    private final Optional<Duration> timeLimit;
    private final SqlFaults faults;
    private final Supplier<Cancellation> cancellation;

    /** With the time limit of the pool. */
    QueryRunner(HikariDataSource pool, SqlFaults faults) {
        this(pool, Optional.empty(), faults, Cancellation::new);
    }

    /** With a time limit of its own. */
    QueryRunner(HikariDataSource pool, Duration timeLimit, SqlFaults faults, Cancellation cancellation) {
        this(pool, Optional.of(timeLimit), faults, () -> cancellation);
    }

    private QueryRunner(
            HikariDataSource pool,
            Optional<Duration> timeLimit,
            SqlFaults faults,
            Supplier<Cancellation> cancellation) {
        this.pool = pool;
        this.timeLimit = timeLimit;
        this.faults = faults;
        this.cancellation = cancellation;
    }

    /** The same, for a query that can be stopped from another thread. */
    public QueryRunner stoppedBy(Cancellation stop) {
        return new QueryRunner(pool, timeLimit, faults, () -> stop);
    }

    /**
     * Starts a query; its rows come as the database finds them. The stream holds one of the pool's connections until it
     * is closed; closed before its end it cancels the statement.
     *
     * @param select one SELECT whose output columns have the types of {@code fields}
     * @param fields the columns of its rows
     * @param rowLimit how many rows are fetched at most, 0 or more
     * @throws ServiceFault OVERLOADED when too many wait already, no connection is free in time, or the database is down
     */
    public RowStream run(String select, List<Field> fields, long rowLimit) {
        requireRoomToWait();
        try {
            return stream(QuerySession.begin(pool, timeLimit, cancellation.get()), select, fields, rowLimit);
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    /**
     * Begins a session for a query that brings tables along; the caller closes it.
     *
     * @throws ServiceFault OVERLOADED when too many wait already, no connection is free in time, or the database is down
     */
    public UploadSession beginUpload() {
        requireRoomToWait();
        try {
            return new UploadSession(this, QuerySession.beginUpload(pool, timeLimit, cancellation.get()), faults);
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    /** Starts a query in a session that can do no more than read; the stream owns it from now on. */
    RowStream stream(QuerySession session, String select, List<Field> fields, long rowLimit) throws SQLException {
        try {
            return new CopyRowStream(session, session.copyOut(copy(select, rowLimit)), fields, rowLimit, faults);
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /** A short queue is worth waiting in; a long one would only keep the threads of the server from saying so. */
    private void requireRoomToWait() {
        int waiting = pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
        if (waiting >= WAITING_PER_CONNECTION * pool.getMaximumPoolSize()) {
            throw ServiceFault.overloaded(
                    "The service is busy and %d queries are waiting already; please try again later."
                            .formatted(waiting),
                    WHEN_FULL);
        }
    }

    /** The planner hands the limit down into the subquery, which keeps its order. */
    private static String copy(String select, long rowLimit) {
        return "COPY (SELECT * FROM (" + select + "\n) AS result LIMIT " + rowLimit + ") TO STDOUT (FORMAT binary)";
    }
}
