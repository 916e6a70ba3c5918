package org.dapple.datalink.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dapple.datalink.config.DatabaseSettings;
import org.dapple.datalink.replica.CatalogueException;
import org.dapple.datalink.replica.Deadline;
import org.postgresql.Driver;

/**
 * The service's connections. It starts without a database and connects when there is one. Each question is asked by a
 * thread of this class, so that who asks has an answer in time also of a database that hangs.
 */
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final Duration WAIT = Duration.ofSeconds(2);

    /** More than connections: while there is no database, each waits in vain for one. */
    private static final int THREADS = 32;

    private final HikariDataSource pool;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), Database::thread);

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
        config.addDataSourceProperty("socketTimeout", String.valueOf(DatabaseSettings.TIMEOUT.toSeconds()));
        this.pool = new HikariDataSource(config);
        threads.allowCoreThreadTimeOut(true);
    }

    /** Has the pool tell how many of its connections are in use and who waits for them. */
    public void tellTo(MeterRegistry registry) {
        pool.setMetricRegistry(registry);
    }

    /** Asks one thing of a connection. */
    interface Question<A> {

        A ask(Connection connection) throws SQLException;
    }

    /** @param until when the answer must be there, if that is earlier than the timeout */
    <A> A answer(Deadline until, Question<A> question) throws CatalogueException {
        Deadline end = until.atMost(DatabaseSettings.TIMEOUT);
        FutureTask<A> answer = new FutureTask<>(() -> ask(question));
        threads.execute(answer);
        try {
            return answer.get(end.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            threads.remove(answer);
            throw new CatalogueException("the database does not answer in time", e);
        } catch (ExecutionException e) {
            throw told(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogueException("the service is stopping", e);
        } finally {
            answer.cancel(true);
        }
    }

    private <A> A ask(Question<A> question) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return question.ask(connection);
        }
    }

    private static CatalogueException told(Throwable failure) {
        if (failure instanceof SQLException) {
            return new CatalogueException("the database does not answer", failure);
        }
        throw new IllegalStateException(failure);
    }

    /** Why links cannot be told now, in words for the public, or empty when they can: asks the database. */
    public Optional<String> problem() {
        try {
            return answer(Deadline.in(WAIT), Database::tried);
        } catch (CatalogueException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Optional<String> tried(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1 FROM rucio.replicas LIMIT 1");
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        pool.close();
    }

    /** Of no webapp's class loader: such threads keep an undeployed webapp in memory until they have ended. */
    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "dapple-datalink-database");
        thread.setDaemon(true);
        thread.setContextClassLoader(HikariDataSource.class.getClassLoader());
        return thread;
    }
}
