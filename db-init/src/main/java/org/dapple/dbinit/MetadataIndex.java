package org.dapple.dbinit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.dapple.dbinit.sync.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index on {@code rucio.dids} that finds DIDs by any of their metadata. It is made CONCURRENTLY, beside the
 * migrations, so that Rucio goes on writing meanwhile. PostgreSQL then waits for transactions that have written or
 * hold a snapshot; one that idles could keep it waiting for ever, and is not waited for that long.
 */
public final class MetadataIndex {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataIndex.class);

    private static final String NAME = "rucio.dids_data_idx";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Nothing when it is not wanted; whether it is valid, when it is there. */
    private static final String STATE = """
            SELECT CASE WHEN NOT dids_published THEN 'unwanted'
              ELSE coalesce((SELECT CASE WHEN indisvalid THEN 'valid' ELSE 'invalid' END FROM pg_index
                             WHERE indexrelid = to_regclass('%s')), 'missing') END
            FROM ivoa.sync_settings
            """.formatted(NAME);

    /** What an index build that was given up, or could not wait at its end, leaves. */
    private static final String LEFT_OVER = """
            SELECT indexrelid::regclass::text FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
            WHERE indrelid = 'rucio.dids'::regclass AND NOT indisvalid AND relname ~ '^dids_data_idx_cc(new|old)[0-9]*$'
            """;

    /** Who has begun a transaction, wrote or still has a result open in it, and does nothing. */
    private static final String IDLING = """
            SELECT string_agg(format('%s (%s, since %s)', pid, usename, to_char(xact_start, 'YYYY-MM-DD HH24:MI:SS')), ', ')
            FROM pg_stat_activity
            WHERE datname = current_database() AND state LIKE 'idle in transaction%'
              AND (backend_xid IS NOT NULL OR backend_xmin IS NOT NULL)
            """;

    private final Connection connection;

    private MetadataIndex(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes the index when it is wanted and not there, or repairs one that was left unfinished. Where somebody's
     * transaction is in the way for longer than the patience, it says whose and leaves the rest to the next call.
     *
     * @return whether the index is as it should be
     */
    public static boolean ensure(String jdbcUrl, String user, String password, Duration patience) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password)) {
            return new MetadataIndex(connection).ensure(patience);
        }
    }

    private boolean ensure(Duration patience) throws SQLException {
        // Who waited here for somebody else's build would be waited for by it.
        if (!"t".equals(value("SELECT pg_try_advisory_lock(hashtext('%s'))".formatted(NAME)))) {
            LOG.info("the index on Rucio's metadata is being made by another server");
            return false;
        }
        String state = value(STATE);
        if (isDone(state)) {
            return true;
        }
        // What is begun in vain leaves something behind, so that it is better not begun.
        if (!new Patience(patience).until(() -> value(IDLING) == null)) {
            return giveUp();
        }
        run("SET lock_timeout = " + patience.toMillis());
        try {
            build(state);
            return true;
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            return giveUp();
        }
    }

    private boolean isDone(String state) throws SQLException {
        return state.equals("unwanted") || (state.equals("valid") && value(LEFT_OVER) == null);
    }

    private boolean giveUp() throws SQLException {
        String idling = value(IDLING);
        LOG.warn(
                "the index on Rucio's metadata is not finished, and searches by metadata are slow until it is:"
                        + " transactions are in its way{}. When they have ended: ./dapple sync index",
                idling == null ? "" : ", those of the processes " + idling + " among them");
        return false;
    }

    private void build(String state) throws SQLException {
        for (String name = value(LEFT_OVER); name != null; name = value(LEFT_OVER)) {
            run("DROP INDEX CONCURRENTLY " + name);
        }
        switch (state) {
            case "missing" -> {
                LOG.info("making the index on Rucio's metadata; Rucio can go on writing");
                run("CREATE INDEX CONCURRENTLY dids_data_idx ON rucio.dids USING gin (data jsonb_path_ops)");
            }
            // An invalid index cannot be dropped while anybody has read the table; it can be rebuilt.
            case "invalid" -> run("REINDEX INDEX CONCURRENTLY " + NAME);
            default -> {}
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
