package org.dapple.tap.db;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Asks the database how it would run a query, with the privileges of the query itself; nothing is run. */
public final class QueryPlanner {

    private final HikariDataSource pool;
    private final SqlFaults faults;

    QueryPlanner(HikariDataSource pool, Duration timeLimit) {
        this.pool = pool;
        this.faults = new SqlFaults(timeLimit);
    }

    /**
     * The plan that the database has now.
     *
     * @param select one SELECT
     * @throws org.dapple.dali.fault.ServiceFault USAGE when the planner finds a fault in its constants, OVERLOADED when no
     *     connection is free in time or the database is down
     */
    public QueryPlan plan(String select) {
        try (QuerySession session = QuerySession.begin(pool, Optional.empty(), new Cancellation())) {
            return QueryPlan.of(session.explain(select));
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }
}
