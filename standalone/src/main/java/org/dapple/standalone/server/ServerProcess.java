package org.dapple.standalone.server;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dapple.standalone.db.DatabaseAccess;
import org.dapple.standalone.state.Problem;
import org.dapple.standalone.state.RunningServer;
import org.dapple.standalone.state.StateFolder;

/** A child process that runs {@link Services}; it may outlive this process and its terminal. */
public final class ServerProcess {

    private static final Duration TO_START = Duration.ofSeconds(90);
    private static final Duration TO_STOP = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int TAIL_LINES = 15;

    private final Process process;
    private final StateFolder state;

    private ServerProcess(Process process, StateFolder state) {
        this.process = process;
        this.state = state;
    }

    /**
     * Starts a server that writes to {@link StateFolder#serverLog()}.
     *
     * @param mainClass program whose {@code serve} command serves
     * @param port TCP port, 0 for any free one
     * @param detached whether it must survive the end of this process and of the terminal
     */
    public static ServerProcess start(
            Class<?> mainClass, StateFolder state, DatabaseAccess database, int port, boolean detached) {
        var words = new ArrayList<String>(detached ? ownSession() : List.of());
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Djava.io.tmpdir=" + state.freshTemporary());
        words.add("-Ddapple.log.pattern=%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{0} - %msg%n");
        words.addAll(List.of("-cp", new ServerClassPath(state.libraries()).refresh(), mainClass.getName(), "serve"));
        var builder = new ProcessBuilder(words).redirectInput(new File("/dev/null"));
        var log = Redirect.to(state.serverLog().toFile());
        builder.redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("DAPPLE_HOME", state.path().toString());
        builder.environment().put("DAPPLE_PORT", Integer.toString(port));
        builder.environment().putIfAbsent("DAPPLE_RESULT_DIR", state.results().toString());
        builder.environment().put("DAPPLE_DATABASE_URL", database.jdbcUrl());
        builder.environment().put("DAPPLE_DATABASE_USER", database.user());
        builder.environment().put("DAPPLE_DATABASE_PASSWORD", database.password());
        try {
            state.forgetServer();
            return new ServerProcess(builder.start(), state);
        } catch (IOException e) {
            throw new Problem("Cannot start the server: " + e.getMessage(), e);
        }
    }

    /**
     * Waits until the services answer.
     *
     * @throws Problem with the end of the log when the process ends before, or takes too long
     */
    public RunningServer awaitReady() {
        var limit = Instant.now().plus(TO_START);
        while (process.isAlive() && Instant.now().isBefore(limit)) {
            var server = state.server().filter(one -> answers(one.port()));
            if (server.isPresent()) {
                return server.get();
            }
            pause();
        }
        process.destroy();
        throw new Problem("The server does not start. %s ends:%n%s".formatted(state.serverLog(), tail()));
    }

    /** Waits until the process has ended, by itself or by {@code down}. */
    public void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }

    /** Ends a server: requests may finish; after some seconds it is killed. */
    public static void stop(RunningServer server) {
        server.process().ifPresent(ServerProcess::end);
    }

    /** Ends this server. */
    public void stop() {
        end(process.toHandle());
    }

    private static void end(ProcessHandle process) {
        if (process.isAlive() && !process.destroy()) {
            throw new Problem(
                    "The server (process %d) cannot be stopped: it belongs to another user".formatted(process.pid()));
        }
        var limit = Instant.now().plus(TO_STOP);
        while (process.isAlive() && Instant.now().isBefore(limit)) {
            pause();
        }
        if (process.isAlive()) {
            process.destroyForcibly();
        }
    }

    private static boolean answers(int port) {
        try {
            var url = URI.create("http://127.0.0.1:" + port + Services.TAP + "/availability")
                    .toURL();
            var connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A session of its own has no terminal that could hang up; where there is no setsid, hang-ups are ignored. */
    private static List<String> ownSession() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid", "/usr/bin/nohup")
                .filter(program -> Files.isExecutable(Path.of(program)))
                .limit(1)
                .toList();
    }

    private String tail() {
        try {
            var lines = Files.readAllLines(state.serverLog());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(it cannot be read: " + e.getMessage() + ")";
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("Interrupted", e);
        }
    }
}
