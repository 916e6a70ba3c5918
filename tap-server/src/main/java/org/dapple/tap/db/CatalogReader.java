package org.dapple.tap.db;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.dapple.tap.schema.TapSchema;

/** Keeps a snapshot of TAP_SCHEMA and looks every few seconds whether it still holds. */
public final class CatalogReader {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(5);

    private final HikariDataSource pool;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile Snapshot snapshot;

    CatalogReader(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * What TAP_SCHEMA said at most a few seconds ago. While one thread looks again the others take what is there.
     *
     * @throws org.dapple.dali.fault.ServiceFault OVERLOADED when the database is down
     */
    public TapSchema current() {
        Snapshot known = snapshot;
        if (known != null && (known.isFresh() || !refreshing.tryLock())) {
            return known.schema();
        }
        if (known == null) {
            refreshing.lock();
        }
        try {
            snapshot = new Snapshot(refreshed(snapshot), System.nanoTime());
            return snapshot.schema();
        } catch (SQLException e) {
            throw new SqlFaults(LOOK_AGAIN_AFTER).of(e);
        } finally {
            refreshing.unlock();
        }
    }

    private TapSchema refreshed(Snapshot known) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            TapSchemaQueries queries = new TapSchemaQueries(connection);
            long version = queries.version();
            boolean holds = known != null && known.schema().version() == version;
            TapSchema schema = holds ? known.schema() : TapSchema.of(version, queries.schemas(), queries.siteUrl());
            connection.rollback();
            return schema;
        }
    }

    private record Snapshot(TapSchema schema, long readAt) {
        boolean isFresh() {
            return System.nanoTime() - readAt < LOOK_AGAIN_AFTER.toNanos();
        }
    }
}
