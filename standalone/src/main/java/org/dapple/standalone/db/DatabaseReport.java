package org.dapple.standalone.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.dapple.standalone.state.Problem;

/**
 * What the database says of itself.
 *
 * @param postgresql release of the server, such as {@code 15.18}
 * @param pgsphere version of the extension
 * @param schema the last migration that was applied
 * @param dids rows of rucio.dids
 * @param visible rows of ivoa.obscore
 * @param pending DIDs that are not visible, and why can be read in ivoa.obscore_pending
 * @param incomplete DIDs that are visible without some of their values, as can be read there too
 * @param changes rows of ivoa.obscore_changes
 * @param changesLag seconds that the feed of changes is behind, because a transaction that writes has not ended
 */
public record DatabaseReport(
        String postgresql,
        String pgsphere,
        String schema,
        long dids,
        long visible,
        long pending,
        long incomplete,
        long changes,
        double changesLag) {

    private static final String QUERY = """
            SELECT split_part(current_setting('server_version'), ' ', 1) AS postgresql,
                   (SELECT extversion FROM pg_extension WHERE extname = 'pg_sphere') AS pgsphere,
                   (SELECT version FROM dapple.flyway_schema_history
                     WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1) AS schema,
                   (SELECT count(*) FROM rucio.dids) AS dids,
                   (SELECT count(*) FROM ivoa.obscore) AS visible,
                   (SELECT count(*) FROM ivoa.obscore_pending WHERE NOT visible) AS pending,
                   (SELECT count(*) FROM ivoa.obscore_pending WHERE visible) AS incomplete,
                   (SELECT count(*) FROM ivoa.obscore_changes) AS changes,
                   (SELECT coalesce(round(extract(epoch FROM max(clock_timestamp() - xact_start)), 3), 0)
                     FROM pg_stat_activity WHERE backend_xid IS NOT NULL) AS changes_lag
            """;

    /**
     * Asks a migrated database.
     *
     * @throws Problem when it is not migrated, or does not answer
     */
    public static DatabaseReport of(DatabaseAccess owner) {
        try (var connection = owner.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            rows.next();
            return from(rows);
        } catch (SQLException e) {
            throw new Problem("The database has no Dapple in it yet (./dapple up makes it): " + e.getMessage(), e);
        }
    }

    private static DatabaseReport from(ResultSet row) throws SQLException {
        return new DatabaseReport(
                row.getString("postgresql"),
                row.getString("pgsphere"),
                row.getString("schema"),
                row.getLong("dids"),
                row.getLong("visible"),
                row.getLong("pending"),
                row.getLong("incomplete"),
                row.getLong("changes"),
                row.getDouble("changes_lag"));
    }
}
