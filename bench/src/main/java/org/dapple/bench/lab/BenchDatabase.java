package org.dapple.bench.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dapple.bench.client.PgProgram;
import org.dapple.dbinit.MetadataIndex;
import org.dapple.dbinit.Migrations;
import org.dapple.dbinit.demo.DemoSurvey;
import org.dapple.embedded.postgres.ClusterAddress;
import org.dapple.embedded.postgres.PrivatePostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A private PostgreSQL with a demonstration survey of a given size; its folder is kept for the next time. */
public final class BenchDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BenchDatabase.class);
    private static final String NAME = "bench";
    private static final String SERVICE = "dapple_service";
    private static final int REPORT_EVERY = 100_000;

    private final Path folder;
    private final PrivatePostgres cluster;
    private final ClusterAddress address;

    private BenchDatabase(Path folder, PrivatePostgres cluster, ClusterAddress address) {
        this.folder = folder;
        this.cluster = cluster;
        this.address = address;
    }

    /**
     * Starts the cluster of a folder, after making and filling it the first time.
     *
     * @param rows rows of {@code ivoa.obscore}, 1 or more
     */
    public static BenchDatabase start(Path folder, int rows) throws SQLException {
        Path own = folder.resolve("rows-" + rows);
        PrivatePostgres cluster = PrivatePostgres.in(own);
        BenchDatabase database = new BenchDatabase(own, cluster, cluster.start());
        try {
            database.fill(rows);
            return database;
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** A new connection as the owner, which the caller closes. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), address.user(), address.password());
    }

    /** Queries as the service's role, through a pool of one connection. */
    public PooledQueries pooledQueries() {
        return new PooledQueries(jdbcUrl(), SERVICE, servicePassword());
    }

    public String jdbcUrl() {
        return address.jdbcUrl(NAME);
    }

    /** The role that services connect as. */
    public String serviceUser() {
        return SERVICE;
    }

    /** Its password. */
    public String servicePassword() {
        return address.password();
    }

    /** A client program of the same release as the server, which connects as the owner. */
    public PgProgram program(String name) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PGHOST", address.host());
        environment.put("PGPORT", Integer.toString(address.port()));
        environment.put("PGDATABASE", NAME);
        environment.put("PGUSER", address.user());
        environment.put("PGPASSWORD", address.password());
        return new PgProgram(cluster.program(name), environment);
    }

    /** Ends all processes of the server as the kernel does when memory runs out. */
    public void kill() throws IOException {
        String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0);
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        List<ProcessHandle> sessions = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        sessions.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
    }

    /** Starts it again, on the same port. */
    public void startAgain() {
        ClusterAddress again = cluster.start();
        if (again.port() != address.port()) {
            throw new IllegalStateException("the port of the database was taken while it was away");
        }
    }

    @Override
    public void close() {
        cluster.stop();
    }

    private void fill(int rows) throws SQLException {
        createDatabase();
        Migrations.migrate(jdbcUrl(), address.user(), address.password());
        if (count() != rows) {
            LOG.info("Loading a demonstration survey of {} DIDs, once", rows);
            new DemoSurvey(rows).writeTo(jdbcUrl(), address.user(), address.password(), BenchDatabase::report);
        }
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + SERVICE + " PASSWORD '" + address.password() + "'");
            statement.execute("VACUUM ANALYZE ivoa.obscore");
            statement.execute("CHECKPOINT");
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl("postgres"), address.user(), address.password());
                var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("SELECT FROM pg_database WHERE datname = '" + NAME + "'")
                    .next()) {
                statement.execute("CREATE DATABASE " + NAME);
            }
        }
    }

    private long count() throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var count = statement.executeQuery("SELECT count(*) FROM ivoa.obscore")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** Publisher DIDs, spread evenly over the table. */
    public List<String> publisherDids(int wanted) throws SQLException {
        return sample("obs_publisher_did", wanted);
    }

    /** Observations, spread evenly over the table. */
    public List<String> observations(int wanted) throws SQLException {
        return sample("obs_id", wanted);
    }

    private List<String> sample(String column, int wanted) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.prepareStatement("SELECT array_agg(v) FROM (SELECT " + column + " AS v"
                        + " FROM ivoa.obscore ORDER BY hashtext(rucio_did_name), rucio_did_name LIMIT ?) AS sample")) {
            statement.setInt(1, wanted);
            try (var values = statement.executeQuery()) {
                values.next();
                return List.of((String[]) values.getArray(1).getArray());
            }
        }
    }

    /** Makes the index on all metadata, if it is not there. */
    public void indexMetadata() throws SQLException {
        if (!MetadataIndex.ensure(jdbcUrl(), address.user(), address.password(), Duration.ofMinutes(1))) {
            throw new IllegalStateException("the index on all metadata cannot be made");
        }
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE rucio.dids");
        }
    }

    private static void report(long written) {
        if (written % REPORT_EVERY == 0) {
            LOG.info("  {} DIDs", written);
        }
    }
}
