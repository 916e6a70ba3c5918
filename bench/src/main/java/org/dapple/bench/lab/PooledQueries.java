package org.dapple.bench.lab;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Queries through a pooled JDBC connection, as any program would run them; every cell is read. */
public final class PooledQueries implements AutoCloseable {

    private final HikariDataSource pool;

    PooledQueries(String jdbcUrl, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(1);
        pool = new HikariDataSource(config);
    }

    /**
     * Runs a query and reads it to its end.
     *
     * @throws SQLException also when it has no row
     */
    public void run(String select) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            int columns = rows.getMetaData().getColumnCount();
            int count = 0;
            for (; rows.next(); count++) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
            }
            if (count == 0) {
                throw new SQLException("no row: " + select);
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
