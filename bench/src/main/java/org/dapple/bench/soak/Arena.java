package org.dapple.bench.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dapple.bench.lab.BenchDatabase;
import org.dapple.bench.lab.ServerProcess;

/**
 * A database and servers on it, which share jobs and results.
 *
 * @param log file for what the servers log
 * @param jvmOptions of the servers
 * @param settings of the servers, as environment variables
 */
record Arena(BenchDatabase database, Path log, List<String> jvmOptions, Map<String, String> settings) {

    /** How long a server may be silent until another one takes its jobs over. */
    static final int LEASE_SECONDS = 5;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Something that becomes true. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, SQLException;
    }

    ServerProcess startServer() throws IOException {
        return ServerProcess.start(database, jvmOptions, log, settings);
    }

    /** A number that a query of the owner gives. */
    long number(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    void forgetJobs() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM uws.jobs");
        }
    }

    /**
     * Waits until something holds.
     *
     * @return how long it took
     */
    static Duration await(String what, Condition condition) throws IOException, SQLException, InterruptedException {
        Instant begin = Instant.now();
        while (!condition.holds()) {
            if (Instant.now().isAfter(begin.plus(PATIENCE))) {
                throw new IllegalStateException("waited in vain for: " + what);
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        return Duration.between(begin, Instant.now());
    }

    static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("not so: " + what);
        }
    }
}
