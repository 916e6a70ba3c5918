package org.dapple.dbinit.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Compares what is in {@code ivoa} with what deriving it from {@code rucio.dids} from scratch gives, a thousand DIDs in a
 * transaction, which is undone. Nothing is different afterwards; the space that the undone rows took is reused after a
 * VACUUM, which comes by itself.
 */
public final class SyncCheck {

    /** A lock that was not to be had in time, a deadlock. */
    private static final Set<String> IN_THE_WAY = Set.of("55P03", "40P01");

    private final Connection connection;
    private final Consumer<String> differences;

    /**
     * @param connection in auto-commit mode
     * @param differences hears of each one, in words
     */
    public SyncCheck(Connection connection, Consumer<String> differences) {
        this.connection = connection;
        this.differences = differences;
    }

    /**
     * Checks all DIDs.
     *
     * @param progress hears after each thousand how many DIDs have been checked
     */
    public void run(LongConsumer progress) throws SQLException {
        strayRows();
        long checked = 0;
        for (long id = patientChunk(0); id > 0; id = patientChunk(id)) {
            checked += 1000;
            progress.accept(checked);
        }
    }

    private void strayRows() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM ivoa.stray_rows() ORDER BY 1, 2, 3")) {
            while (row.next()) {
                differences.accept("%s %s:%s: there is no such DID"
                        .formatted(row.getString("table_name"), row.getString("scope"), row.getString("name")));
            }
        }
    }

    /** Tries again while writers have locked what is to be compared. */
    private long patientChunk(long previous) throws SQLException {
        while (true) {
            try {
                return chunk(previous);
            } catch (SQLException e) {
                if (!IN_THE_WAY.contains(e.getSQLState())) {
                    throw e;
                }
                pause();
            }
        }
    }

    private void pause() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_sleep(0.1)");
        }
    }

    /** The last id; 0 when no DID was left. */
    private long chunk(long previous) throws SQLException {
        long last = 0;
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM ivoa.check_chunk(?)")) {
            statement.setLong(1, previous);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getString("table_name") == null) {
                        last = row.getLong("last_id");
                    } else {
                        differences.accept("%s %s:%s: %s"
                                .formatted(
                                        row.getString("table_name"),
                                        row.getString("scope"),
                                        row.getString("name"),
                                        row.getString("difference")));
                    }
                }
            }
        }
        return last;
    }
}
