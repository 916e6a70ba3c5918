package org.dapple.datalink.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.dapple.datalink.config.DatabaseSettings;
import org.dapple.datalink.replica.CatalogueException;
import org.postgresql.Driver;

/** The service's connections. It starts without a database and connects when there is one. */
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final HikariDataSource pool;

    public Database(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("dapple-datalink");
        // A Tomcat that runs webapps has looked for drivers before it knew of ours: DriverManager would not find it.
        config.setDriverClassName(Driver.class.getName());
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setThreadFactory(Database::thread);
        config.setReadOnly(true);
        config.addDataSourceProperty("ApplicationName", "dapple-datalink");
        config.addDataSourceProperty("socketTimeout", String.valueOf(LONGEST.toSeconds()));
        this.pool = new HikariDataSource(config);
    }

    /** Has the pool tell how many of its connections are in use and who waits for them. */
    public void tellTo(MeterRegistry registry) {
        pool.setMetricRegistry(registry);
    }

    /** Asks one thing of a connection. */
    interface Question<A> {

        A ask(Connection connection) throws SQLException;
    }

    <A> A answer(Question<A> question) throws CatalogueException {
        try (Connection connection = pool.getConnection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new CatalogueException("the database does not answer", e);
        }
    }

    /** Why links cannot be told now, in words for the public, or empty when they can: asks the database. */
    public Optional<String> problem() {
        try {
            return answer(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SELECT 1 FROM rucio.replicas LIMIT 1");
                    return Optional.empty();
                }
            });
        } catch (CatalogueException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Of no webapp's class loader: such threads keep an undeployed webapp in memory until they have ended. */
    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "dapple-datalink-pool");
        thread.setDaemon(true);
        thread.setContextClassLoader(HikariDataSource.class.getClassLoader());
        return thread;
    }
}
