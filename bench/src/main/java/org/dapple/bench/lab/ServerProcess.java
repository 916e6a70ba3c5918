package org.dapple.bench.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server in a JVM of its own, with as much memory as is said; what it logs goes to a file. */
public final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter requests;
    private final int port;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.requests = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.port = (int) number();
    }

    /**
     * Starts a server and returns when it answers.
     *
     * @param jvmOptions such as {@code -Xmx256m}
     * @param log file for its log
     */
    public static ServerProcess start(BenchDatabase database, List<String> jvmOptions, Path log) throws IOException {
        String results = Files.createTempDirectory("dapple-bench-").toString();
        return start(database, jvmOptions, log, Map.of("DAPPLE_RESULT_DIR", results, "DAPPLE_SYNC_SECONDS", "3600"));
    }

    /**
     * The same with other settings.
     *
     * @param settings as environment variables
     */
    public static ServerProcess start(
            BenchDatabase database, List<String> jvmOptions, Path log, Map<String, String> settings)
            throws IOException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(jvmOptions);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), ServerMain.class.getName()));
        var builder = new ProcessBuilder(words).redirectError(Redirect.appendTo(log.toFile()));
        var environment = builder.environment();
        environment.put("DAPPLE_DATABASE_URL", database.jdbcUrl());
        environment.put("DAPPLE_DATABASE_USER", database.serviceUser());
        environment.put("DAPPLE_DATABASE_PASSWORD", database.servicePassword());
        environment.putAll(settings);
        return new ServerProcess(builder.start());
    }

    /** The port on which it listens. */
    public int port() {
        return port;
    }

    /** Bytes that live in its heap, after a collection of all garbage. */
    public long liveHeap() {
        requests.println();
        return number();
    }

    /** What the operating system knows about it. */
    public ProcessFigures figures() {
        return new ProcessFigures(process.pid());
    }

    /** Ends it as the kernel does when memory runs out: without a word to anybody. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        requests.close();
        process.destroy();
        process.onExit().join();
    }

    /** The next line that is a number: options of the JVM may make it print others. */
    private long number() {
        return answers.lines()
                .filter(line -> line.matches("\\d+"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the server does not start, or has ended; see its log"));
    }
}
