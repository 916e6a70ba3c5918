package org.dapple.tap.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** HikariCP's pool, which fails in the same way when all its connections are taken and when it can make none; this one tells. */
final class ConnectionPool extends HikariDataSource {

    ConnectionPool(HikariConfig config) {
        super(config);
    }

    /**
     * A connection that is free within the pool's time limit.
     *
     * @throws PoolFullException when all are in use
     */
    @Override
    public Connection getConnection() throws SQLException {
        try {
            return super.getConnection();
        } catch (SQLTransientConnectionException e) {
            // All of them, not only those in use: one may have come back since. What is dead is in neither number.
            throw getHikariPoolMXBean().getTotalConnections() >= getMaximumPoolSize()
                    ? new PoolFullException(getPoolName(), getMaximumPoolSize())
                    : e;
        }
    }
}
