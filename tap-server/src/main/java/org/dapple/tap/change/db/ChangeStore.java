package org.dapple.tap.change.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.tap.db.Database;

/**
 * Reads ivoa.obscore_changes up to the oldest transaction that still runs: all earlier ones have ended, so that no change
 * is ever committed behind a cursor. One statement sees the changes, where they begin and where they end.
 */
public final class ChangeStore {

    private static final String PAGE = """
            SELECT forgotten.transaction_id::text AS forgotten, pg_snapshot_xmin(s.snapshot)::text AS safe_end,
                   pg_snapshot_xmax(s.snapshot)::text AS future, c.transaction_id::text, c.place, c.change, c.changed_at,
                   c.obs_publisher_did, c.rucio_did_scope, c.rucio_did_name
            FROM ivoa.obscore_changes_forgotten AS forgotten CROSS JOIN (SELECT pg_current_snapshot() AS snapshot) AS s
              LEFT JOIN LATERAL (
                SELECT * FROM ivoa.obscore_changes
                WHERE (transaction_id, place) > (?::text::xid8, ?)
                  AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())
                ORDER BY transaction_id, place LIMIT ?) AS c ON true
            ORDER BY c.transaction_id, c.place
            """;

    private final Database database;

    public ChangeStore(Database database) {
        this.database = database;
    }

    /**
     * The changes after a cursor.
     *
     * @param limit how many at most, at least 1
     * @throws ServiceFault when changes after the cursor have been forgotten, or the database cannot be reached
     */
    public ChangePage page(Cursor after, int limit) {
        try (Connection connection = database.jobs().getConnection()) {
            return page(connection, after, limit);
        } catch (SQLException e) {
            throw database.fault(e);
        }
    }

    /** The end of the feed as it is now. */
    public Cursor end() {
        return page(new Cursor(Long.MAX_VALUE, 0), 1).next();
    }

    /** Removes changes that are older than the site keeps. */
    public void forgetOld() {
        try (Connection connection = database.jobs().getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT ivoa.forget_old_changes()")) {
            statement.execute();
        } catch (SQLException e) {
            throw database.fault(e);
        }
    }

    private static ChangePage page(Connection connection, Cursor after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setString(1, Long.toString(after.transaction()));
            statement.setLong(2, after.place());
            statement.setInt(3, limit);
            try (ResultSet row = statement.executeQuery()) {
                return page(row, after, limit);
            }
        }
    }

    private static ChangePage page(ResultSet row, Cursor after, int limit) throws SQLException {
        List<Change> changes = new ArrayList<>();
        Cursor end = Cursor.START;
        while (row.next()) {
            checkIsKept(after, row);
            end = new Cursor(row.getLong("safe_end"), 0);
            if (row.getString("change") != null) {
                changes.add(change(row));
            }
        }
        boolean isEnd = changes.size() < limit;
        return new ChangePage(changes, isEnd ? end : changes.get(limit - 1).cursor(), isEnd);
    }

    private static void checkIsKept(Cursor after, ResultSet row) throws SQLException {
        boolean forgotten = after.transaction() < row.getLong("forgotten") && !after.equals(Cursor.START);
        boolean ofAnotherLife = after.transaction() > row.getLong("future") && after.transaction() < Long.MAX_VALUE;
        if (forgotten || ofAnotherLife) {
            throw ServiceFault.of(
                    FaultCategory.GONE,
                    "%s. Read ivoa.obscore anew, beginning with since=now for the cursor to go on from afterwards."
                            .formatted(
                                    forgotten
                                            ? "Changes after %s are no longer kept".formatted(after)
                                            : "The cursor %s is not of this database".formatted(after)));
        }
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                new Cursor(row.getLong("transaction_id"), row.getLong("place")),
                row.getString("change"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("obs_publisher_did"),
                row.getString("rucio_did_scope"),
                row.getString("rucio_did_name"));
    }
}
