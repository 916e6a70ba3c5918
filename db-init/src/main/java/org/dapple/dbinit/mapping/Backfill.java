package org.dapple.dbinit.mapping;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.dapple.dbinit.sync.Patience;
import org.dapple.dbinit.sync.Rebuild;

/** What an applied mapping leaves to be done while everything goes on: deriving all anew, and indexes. */
public final class Backfill {

    /** Of own columns, those whose index is not what it should be. */
    private static final String INDEXES = """
            SELECT column_name, indexed FROM ivoa.own_column
            WHERE indexed = (to_regclass('ivoa.obscore_own_' || column_name || '_idx') IS NULL)
            ORDER BY place
            """;

    private final Connection connection;

    /** @param connection of the owner, in auto-commit mode */
    public Backfill(Connection connection) {
        this.connection = connection;
    }

    /**
     * Does what is left to do, and goes on where an earlier call was stopped.
     *
     * @param patience for transactions that may still write by the mapping before
     * @param progress hears after each thousand how many DIDs have been derived
     * @return whether all transactions of before had ended in time; if not, what they write is as the mapping before had it
     */
    public boolean run(Duration patience, LongConsumer progress) throws SQLException {
        boolean alone = true;
        if (value("SELECT count(*) FROM ivoa.sync_rebuild").equals("1")) {
            alone = awaitWriters(patience);
            Rebuild.run(connection, progress);
        }
        // What was taken out of TAP_SCHEMA for a mapping that never came to hold.
        new OwnColumns(connection).publish();
        makeIndexes();
        return alone;
    }

    /** Who has written before this moment may have used the functions of before. */
    private boolean awaitWriters(Duration patience) throws SQLException {
        String now = value("SELECT pg_snapshot_xmax(pg_current_snapshot())");
        String ended = "SELECT pg_snapshot_xmin(pg_current_snapshot()) >= '" + now + "'::xid8";
        return new Patience(patience).until(() -> value(ended).equals("t"));
    }

    /**
     * Not CONCURRENTLY, which would wait for transactions that idle; writers wait while one is made. The session of a process
     * that was killed may still be at it and succeed, hence the lock and IF EXISTS.
     */
    private void makeIndexes() throws SQLException {
        List<String> work = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(INDEXES)) {
            while (row.next()) {
                String column = row.getString(1);
                work.add(
                        row.getBoolean(2)
                                ? "CREATE INDEX IF NOT EXISTS obscore_own_%s_idx ON ivoa.obscore (%s)"
                                        .formatted(column, column)
                                : "DROP INDEX IF EXISTS ivoa.obscore_own_%s_idx".formatted(column));
            }
        }
        for (String sql : work) {
            LockPatience.in(connection, () -> {
                run("SELECT pg_advisory_xact_lock(hashtext('ivoa.mapping'))");
                run(sql);
                return false;
            });
        }
        run("UPDATE tap_schema.columns AS t SET indexed = o.indexed::integer FROM ivoa.own_column AS o"
                + " WHERE t.table_name = 'ivoa.obscore' AND t.column_name = o.column_name"
                + " AND t.indexed <> o.indexed::integer");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
