package org.dapple.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the astronomers' or database people's tool box that a test runs against the product. */
public final class Program {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path path;

    private Program(Path path) {
        this.path = path;
    }

    /**
     * What a finished program left.
     *
     * @param exitCode 0 for success
     * @param output standard output and errors together
     */
    public record Result(int exitCode, String output) {}

    /** STILTS, with its taplint and tapquery. */
    public static Program stilts() {
        return named("stilts", "stilts");
    }

    /** The system's Python, for which Debian packages pyvo and astropy; another one on the PATH may lack them. */
    public static Program python() {
        var system = Path.of("/usr/bin/python3");
        return Files.isExecutable(system) ? new Program(system) : named("python3", "python3-pyvo");
    }

    /** PostgreSQL's client. */
    public static Program psql() {
        return named("psql", "postgresql-client");
    }

    /**
     * Any program on the PATH.
     *
     * @param debianPackage what to install when it is missing
     * @throws AssertionError when it is missing: a test that cannot run fails
     */
    public static Program named(String name, String debianPackage) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Program::new)
                .orElseThrow(() -> new AssertionError(
                        "This test needs %s: apt-get install %s (or: ./dapple test)".formatted(name, debianPackage)));
    }

    /** Runs it to its end. */
    public Result run(String... arguments) {
        return runWith(Map.of(), arguments);
    }

    /** Runs it to its end with more environment variables. */
    public Result runWith(Map<String, String> environment, String... arguments) {
        var words = new ArrayList<>(List.of(path.toString()));
        words.addAll(List.of(arguments));
        try {
            return finish(words, environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while running " + path, e);
        }
    }

    private static Result finish(List<String> words, Map<String, String> environment)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("dapple-program-", ".txt");
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
            // Java programs, such as stilts, write in the encoding of the locale.
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("%s does not end. So far:%n%s".formatted(words, Files.readString(output)));
            }
            return new Result(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }
}
