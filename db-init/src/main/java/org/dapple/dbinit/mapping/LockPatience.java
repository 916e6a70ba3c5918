package org.dapple.dbinit.mapping;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Transactions that need a strong lock on a table everybody uses. Who waits for one makes all others wait behind him, so
 * that it waits for a moment only, and tries again.
 */
final class LockPatience {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 30;

    private LockPatience() {}

    /** What is done in one transaction, and whether that leaves more to be done. */
    @FunctionalInterface
    interface Work {
        boolean run() throws SQLException;
    }

    /**
     * Does it, and tells whether that leaves more to be done.
     *
     * @throws SQLException with the SQLState 55P03 when others held their locks for all of a minute
     */
    static boolean in(Connection connection, Work work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(connection, work);
            } catch (SQLException e) {
                if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static boolean once(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = " + MOMENT.toMillis());
            boolean leavesMore = work.run();
            connection.commit();
            return leavesMore;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
