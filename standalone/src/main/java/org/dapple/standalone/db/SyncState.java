package org.dapple.standalone.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.dapple.dbinit.MetadataIndex;
import org.dapple.dbinit.sync.PendingReason;
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

    /** Makes or finishes the index on Rucio's metadata; false when a transaction was in the way, which is logged. */
    public boolean index() {
        try {
            return MetadataIndex.ensure(owner.jdbcUrl(), owner.user(), owner.password(), INDEX_PATIENCE);
        } catch (SQLException e) {
            throw new Problem("Cannot make the index on rucio.dids: " + e.getMessage(), e);
        }
    }
}
