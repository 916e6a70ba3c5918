package org.dapple.tap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.dapple.testkit.TestDatabase;

/** What the database is doing for queries of users. */
final class RunningStatements {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private RunningStatements() {}

    static void awaitNone(TestDatabase database) throws SQLException, InterruptedException {
        await(database, 0);
    }

    static void await(TestDatabase database, int number) throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (count(database) != number && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(count(database)).isEqualTo(number);
    }

    static int count(TestDatabase database) throws SQLException {
        try (Connection admin = database.connect();
                Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND state = 'active' AND query LIKE 'COPY%'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
