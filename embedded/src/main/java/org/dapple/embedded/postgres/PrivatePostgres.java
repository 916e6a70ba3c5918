package org.dapple.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL cluster that belongs to one state folder: UTF-8, on a loopback port of its own, with pgSphere in every
 * database and one superuser, {@value #SUPERUSER}, whose password never leaves the state folder. A cluster of the system
 * is never touched. Every method may be repeated.
 */
public final class PrivatePostgres {

    /** Name of the superuser, who owns what is made here. */
    public static final String SUPERUSER = "dapple";

    private static final Logger LOG = LoggerFactory.getLogger(PrivatePostgres.class);
    private static final int ATTEMPTS = 5;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final ClusterFolder folder;
    private final Installation installation;
    private final Account account;
    private final Durability durability;

    private PrivatePostgres(ClusterFolder folder, Installations installations, Durability durability) {
        this.folder = folder;
        this.account = Account.forServer();
        this.durability = durability;
        this.installation =
                folder.data().map(folder::majorOf).map(installations::ofMajor).orElseGet(installations::newest);
    }

    /**
     * The cluster of a folder, which is made by {@link #start()} when it is not there yet.
     *
     * @throws PostgresException when no PostgreSQL 15 to 18 with pgSphere is on this machine; says what to install
     */
    public static PrivatePostgres in(Path folder) {
        return new PrivatePostgres(ClusterFolder.in(folder), Installations.onThisMachine(), Durability.KEPT);
    }

    /**
     * Starts a cluster in a new temporary folder, for tests: fast rather than durable, it ends and disappears with this
     * process, however this process ends.
     */
    public static ClusterAddress startTemporary() {
        try {
            var folder =
                    ClusterFolder.in(Files.createTempDirectory("dapple-test-", ClusterFolder.readableBy("rwx--x--x")));
            var cluster = new PrivatePostgres(folder, Installations.onThisMachine(), Durability.THROWN_AWAY);
            var data = cluster.existingOrNewData();
            Watchdog.stopWithThisProcess(cluster.postmaster(data), folder.folder());
            return cluster.start();
        } catch (IOException e) {
            throw new PostgresException("Cannot make a temporary folder", e);
        }
    }

    /** The release of the server programs, such as {@code 15.18}. */
    public String version() {
        return installation.version().toString();
    }

    /** The path of a client program of the same release, such as {@code psql}. */
    public Path program(String name) {
        return installation.program(name);
    }

    /** Where the server listens; empty when it does not run. */
    public Optional<ClusterAddress> running() {
        return folder.data().flatMap(data -> postmaster(data).port()).map(this::address);
    }

    /** Starts the server, after making the cluster when there is none, and returns when it accepts connections. */
    public ClusterAddress start() {
        var postmaster = postmaster(existingOrNewData());
        var address = address(postmaster.port().orElseGet(() -> startServer(postmaster)));
        try (var template = connect(address, "template1")) {
            PgSphere.createIn(template);
        } catch (SQLException e) {
            throw new PostgresException("Cannot put pgSphere into the private PostgreSQL: " + e.getMessage(), e);
        }
        return address;
    }

    /** Ends the server; sessions are cut off, what is committed stays. */
    public void stop() {
        folder.data().map(this::postmaster).ifPresent(Postmaster::stop);
    }

    private Path existingOrNewData() {
        return folder.data().orElseGet(this::makeCluster);
    }

    private Path makeCluster() {
        var data = folder.prepareData(account);
        LOG.info("Making a private PostgreSQL {} cluster", version());
        try {
            initialise(data);
            Files.writeString(data.resolve("postgresql.conf"), durability.settings(), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new PostgresException("Cannot make a cluster in " + data + ": " + e.getMessage(), e);
        }
        return folder.adopt(data);
    }

    /** initdb reads the password from a file, which its account must be able to reach for that moment. */
    private void initialise(Path data) throws IOException {
        var passwordFile = Files.createTempFile("dapple-", ".tmp", ClusterFolder.readableBy("rw-------"));
        try {
            Files.writeString(passwordFile, folder.password());
            account.own(passwordFile);
            var initdb = installation.program("initdb");
            var sync = durability == Durability.KEPT ? "--data-checksums" : "--no-sync";
            account.run(
                            initdb,
                            "-D",
                            data.toString(),
                            "-U",
                            SUPERUSER,
                            "--pwfile",
                            passwordFile.toString(),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--lc-ctype=" + unicodeCharacters(),
                            sync)
                    .run()
                    .outputOrThrow();
        } finally {
            Files.delete(passwordFile);
        }
    }

    /** Sorting is by code point, but upper and lower case are known for all letters; macOS has another name for that. */
    private static String unicodeCharacters() {
        return System.getProperty("os.name").startsWith("Mac") ? "UTF-8" : "C.UTF-8";
    }

    /** Tries again, because a port may be taken in between, and a killed server's children need a moment to leave. */
    private int startServer(Postmaster postmaster) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = folder.port().filter(Ports::isFree).orElseGet(Ports::anyFree);
            folder.remember(port);
            LOG.info("Starting the private PostgreSQL {} on port {}", version(), port);
            if (postmaster.start(port).succeeded()) {
                return port;
            }
            pause();
        }
        throw new PostgresException("The private PostgreSQL does not start. Its log ends:\n" + postmaster.logTail());
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("Interrupted while starting PostgreSQL", e);
        }
    }

    private static Connection connect(ClusterAddress address, String database) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(database), address.user(), address.password());
    }

    private ClusterAddress address(int port) {
        return new ClusterAddress(Ports.LOOPBACK, port, SUPERUSER, folder.password());
    }

    private Postmaster postmaster(Path data) {
        return new Postmaster(installation, account, data);
    }
}
