package org.dapple.standalone.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.dapple.dbinit.MetadataIndex;
import org.dapple.dbinit.sync.PendingReason;
import org.dapple.dbinit.sync.Rebuild;
import org.dapple.dbinit.sync.SyncCheck;
import org.dapple.standalone.state.Problem;

/** How {@code ivoa} follows {@code rucio.dids} in a database, for operators. */
public record SyncState(DatabaseAccess owner) {

    private static final Duration INDEX_PATIENCE = Duration.ofSeconds(30);

    /** Why DIDs are pending, the most frequent reason first. */
    public List<PendingReason> pending() {
        try (var connection = owner.connect()) {
            return PendingReason.in(connection);
        } catch (SQLException e) {
            throw new Problem("Cannot read ivoa.obscore_pending: " + e.getMessage(), e);
        }
    }

    /**
     * Compares everything with what deriving it from rucio.dids gives.
     *
     * @param differences hears of each one, in words
     */
    public void check(Consumer<String> differences) {
        try (var connection = owner.connect()) {
            new SyncCheck(connection, differences).run(new Progress("checked")::reached);
        } catch (SQLException e) {
            throw new Problem("Cannot check the database: " + e.getMessage(), e);
        }
    }

    /** Derives everything anew, from where a rebuild that did not end has come to. */
    public void rebuild() {
        try (var connection = owner.connect()) {
            Rebuild.run(connection, new Progress("derived")::reached);
        } catch (SQLException e) {
            throw new Problem(
                    "Cannot go on: %s. What has been derived stays; the same command goes on".formatted(e.getMessage()),
                    e);
        }
    }

    /** Makes or finishes the index on Rucio's metadata; false when a transaction was in the way, which is logged. */
    public boolean index() {
        try {
            return MetadataIndex.ensure(owner.jdbcUrl(), owner.user(), owner.password(), INDEX_PATIENCE);
        } catch (SQLException e) {
            throw new Problem("Cannot make the index on rucio.dids: " + e.getMessage(), e);
        }
    }
}
