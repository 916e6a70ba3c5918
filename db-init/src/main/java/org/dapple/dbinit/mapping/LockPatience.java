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

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    /** @throws SQLException with the SQLState 55P03 when others held their locks for all of a minute */
    static void in(Connection connection, Work work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                once(connection, work);
                return;
            } catch (SQLException e) {
                if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static void once(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = " + MOMENT.toMillis());
            work.run();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
