package org.dapple.tap.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.tap.config.JobSettings;
import org.dapple.tap.config.QueryLimits;
import org.dapple.tap.config.TapSettings;
import org.postgresql.Driver;

/**
 * The service's connections: a pool for synchronous queries, one for those of jobs, one for keeping the jobs, and a small
 * one for the service's own questions, so that it can tell how it is when all queries are busy. It starts without a
 * database and connects when there is one.
 */
public final class Database implements AutoCloseable {

    private static final int OWN_CONNECTIONS = 2;
    /** One of them listens for changes of jobs, and one for those of observations while somebody waits for them. */
    private static final int JOB_CONNECTIONS = 6;

    private static final Duration OWN_WAIT = Duration.ofSeconds(2);
    /** Longer than the server's own limit: what is still silent then has died. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final HikariDataSource queries;
    private final HikariDataSource own;
    private final HikariDataSource jobQueries;
    private final HikariDataSource jobs;
    private final QueryLimits limits;

    public Database(TapSettings settings) {
        this.limits = settings.limits();
        JobSettings forJobs = settings.jobs();
        this.queries = queryPool(settings, "queries", limits.connections(), limits.syncTime());
        this.own = readingPool(settings);
        this.jobQueries = queryPool(settings, "job-queries", forJobs.workers(), forJobs.hardDuration());
        this.jobs = new ConnectionPool(config(settings, "jobs", JOB_CONNECTIONS, limits.connectionWait(), OWN_WAIT));
    }

    /** Connections whose transactions see one state of the catalogue. */
    private static HikariDataSource readingPool(TapSettings settings) {
        HikariConfig config = config(settings, "own", OWN_CONNECTIONS, OWN_WAIT, OWN_WAIT);
        config.setAutoCommit(false);
        config.setReadOnly(true);
        return new ConnectionPool(config);
    }

    /** Connections that can do no more than a stranger's query may. */
    private static HikariDataSource queryPool(TapSettings settings, String name, int size, Duration timeLimit) {
        HikariConfig config = config(settings, name, size, settings.limits().connectionWait(), timeLimit);
        config.setConnectionInitSql(QuerySession.restrictions(timeLimit));
        return new ConnectionPool(config);
    }

    /** Runs translated queries. */
    public QueryRunner queryRunner() {
        return new QueryRunner(queries, new SqlFaults(limits.syncTime()));
    }

    /** Has the pools tell how many of their connections are in use and who waits for them. */
    public void tellTo(MeterRegistry registry) {
        List.of(queries, own, jobQueries, jobs).forEach(pool -> pool.setMetricRegistry(registry));
    }

    /** How many synchronous queries wait for a connection now. */
    public int waitingQueries() {
        return queries.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    /** Plans translated queries. */
    public QueryPlanner queryPlanner() {
        return new QueryPlanner(queries, limits.syncTime());
    }

    /**
     * Runs the translated query of one job.
     *
     * @param timeLimit how long it may run
     * @param cancellation what stops it from another thread
     */
    public QueryRunner jobRunner(Duration timeLimit, Cancellation cancellation) {
        return new QueryRunner(jobQueries, timeLimit, SqlFaults.ofJob(timeLimit), cancellation);
    }

    /** Connections that may write where jobs are kept; each statement is a transaction. */
    public HikariDataSource jobs() {
        return jobs;
    }

    /** The fault that a failure of the service's own statements is shown as. */
    public ServiceFault fault(SQLException failure) {
        return new SqlFaults(OWN_WAIT).of(failure);
    }

    /** Reads TAP_SCHEMA. */
    public CatalogReader catalogReader() {
        return new CatalogReader(own);
    }

    /** Why queries cannot be answered now, in words for the public, or empty when they can: asks the database. */
    public Optional<String> problem() {
        try (Connection connection = own.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1 FROM tap_schema.tables LIMIT 1");
            connection.rollback();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(fault(e).getMessage());
        }
    }

    @Override
    public void close() {
        queries.close();
        own.close();
        jobQueries.close();
        jobs.close();
    }

    private static HikariConfig config(TapSettings settings, String name, int size, Duration wait, Duration longest) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("dapple-tap-" + name);
        // A Tomcat that runs webapps has looked for drivers before it knew of ours: DriverManager would not find it.
        config.setDriverClassName(Driver.class.getName());
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(wait.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setThreadFactory(task -> thread(name, task));
        config.addDataSourceProperty("ApplicationName", "dapple-tap");
        config.addDataSourceProperty(
                "socketTimeout", String.valueOf(longest.plus(SILENCE).toSeconds()));
        return config;
    }

    /** Of no webapp's class loader: such threads keep an undeployed webapp in memory until they have ended. */
    private static Thread thread(String pool, Runnable task) {
        Thread thread = new Thread(task, "dapple-tap-" + pool);
        thread.setDaemon(true);
        thread.setContextClassLoader(HikariDataSource.class.getClassLoader());
        return thread;
    }
}
