package org.dapple.embedded.tomcat;

import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/** A running Tomcat with web applications, on one port of all interfaces. */
public final class EmbeddedTomcat implements AutoCloseable {

    /** How long requests that are being answered may take to finish when the server stops. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(20);

    /** Characters that astronomy clients send as they are, although RFC 3986 wants them percent-encoded. */
    private static final String RELAXED = "\"<>[\\]^`{|}";

    /** Bytes of a form: above what any service accepts as a query, so that the service can say what its own limit is. */
    private static final int MAX_FORM_BYTES = 32 * 1024 * 1024;

    /** Bytes that leave with one call of the system, as many as a writer of results fills: Tomcat's 8 KB are many calls. */
    private static final int WRITE_BUFFER = 64 * 1024;

    private final Tomcat tomcat;
    private final Path workFolder;

    private EmbeddedTomcat(Tomcat tomcat, Path workFolder) {
        this.tomcat = tomcat;
        this.workFolder = workFolder;
    }

    /**
     * Starts Tomcat and returns when all applications answer.
     *
     * @param port TCP port, 0 for any free one
     * @param applications what to mount: context path ({@code ""} for the root, else starting with a slash) to application
     * @throws PortTakenException when another program listens on the port
     * @throws IllegalStateException when an application does not start; the cause is the application's
     */
    public static EmbeddedTomcat start(int port, Map<String, ServletContainerInitializer> applications) {
        var workFolder = newWorkFolder();
        var server = new EmbeddedTomcat(configure(port, workFolder), workFolder);
        var mounted = applications.entrySet().stream()
                .map(entry -> MountedApplication.mount(server.tomcat, entry.getKey(), entry.getValue()))
                .toList();
        try {
            server.tomcat.start();
            mounted.forEach(MountedApplication::requireStarted);
            return server;
        } catch (LifecycleException e) {
            server.close();
            throw isPortTaken(e) ? new PortTakenException(port) : new IllegalStateException("Tomcat does not start", e);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The port on which it listens. */
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** Stops accepting, lets requests finish for a few seconds, and ends. */
    @Override
    public void close() {
        try {
            finishRequests();
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat does not stop", e);
        } finally {
            delete(workFolder);
        }
    }

    /** Waits for threads that answer requests, not (as Tomcat's own grace does) for clients that keep idle connections. */
    private void finishRequests() {
        var connector = tomcat.getConnector();
        connector.getProtocolHandler().closeServerSocketGraceful();
        connector.pause();
        var limit = Instant.now().plus(GRACE);
        while (isAnswering(connector) && Instant.now().isBefore(limit)) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static boolean isAnswering(Connector connector) {
        return connector.getProtocolHandler().getExecutor() instanceof ThreadPoolExecutor threads
                && threads.getActiveCount() > 0;
    }

    private static Tomcat configure(int port, Path workFolder) {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(workFolder.toString());
        tomcat.getServer();
        // Tomcat leaves its folder in this property, and the next Tomcat of this process would make it anew.
        System.clearProperty("catalina.home");
        var protocol = new WatchedProtocol();
        tomcat.setConnector(connector(port, protocol));
        tomcat.getEngine().getPipeline().addValve(new ClientChannels(protocol));
        var errors = new ErrorReportValve();
        errors.setShowReport(false);
        errors.setShowServerInfo(false);
        ((StandardHost) tomcat.getHost()).getPipeline().addValve(errors);
        return tomcat;
    }

    private static Connector connector(int port, WatchedProtocol protocol) {
        var connector = new Connector(protocol);
        connector.setPort(port);
        connector.setThrowOnFailure(true);
        connector.setURIEncoding("UTF-8");
        connector.setMaxPostSize(MAX_FORM_BYTES);
        // Validators ask for the header (RFC 9110 §10.2.4); it has no version, which would tell more than is needed.
        connector.setProperty("server", "Dapple");
        connector.setProperty("maxSwallowSize", Integer.toString(MAX_FORM_BYTES));
        // A client that asks much is not made to connect anew after every hundred answers.
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.setProperty("socket.appWriteBufSize", Integer.toString(WRITE_BUFFER));
        connector.setProperty("relaxedQueryChars", RELAXED);
        connector.setProperty("relaxedPathChars", RELAXED);
        return connector;
    }

    private static boolean isPortTaken(Throwable failure) {
        return failure instanceof BindException || (failure.getCause() != null && isPortTaken(failure.getCause()));
    }

    private static Path newWorkFolder() {
        try {
            return Files.createTempDirectory("dapple-tomcat-");
        } catch (IOException e) {
            throw new IllegalStateException("Cannot make a temporary folder for Tomcat", e);
        }
    }

    private static void delete(Path folder) {
        try (var tree = Files.walk(folder)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot remove " + folder, e);
        }
    }
}
