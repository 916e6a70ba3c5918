package org.dapple.standalone.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The folder in which one Dapple keeps all that it has: its cluster, its log, and small files of what it must remember. */
public record StateFolder(Path path) {

    public StateFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** Makes the folder when it is not there. */
    public StateFolder create() {
        try {
            Files.createDirectories(path);
            return this;
        } catch (IOException e) {
            throw new Problem("Cannot make the state folder %s (DAPPLE_HOME): %s".formatted(path, e.getMessage()), e);
        }
    }

    /**
     * Does the work of a start, alone.
     *
     * @throws Problem when another process is at it in this folder
     */
    public <T> T alone(Supplier<T> work) {
        try (var file = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = file.tryLock()) {
            if (lock == null) {
                throw new Problem("Another ./dapple up is at work in " + path + "; wait for it to end");
            }
            return work.get();
        } catch (IOException e) {
            throw new Problem("Cannot write into the state folder " + path + ": " + e.getMessage(), e);
        }
    }

    /** Folder of the private cluster. */
    public Path postgres() {
        return path.resolve("postgres");
    }

    /** What a server in the background writes. */
    public Path serverLog() {
        return path.resolve("server.log");
    }

    /** Where the files of the demonstration lie. */
    public Path storage() {
        return path.resolve("storage");
    }

    /** Where results of asynchronous jobs lie. */
    public Path results() {
        return path.resolve("results");
    }

    /** Copies of the jars that the server runs from, so that a build does not pull them from under it. */
    public Path libraries() {
        return path.resolve("lib");
    }

    /** An empty folder for what a server needs only while it runs; one that was killed has left its own there. */
    public Path freshTemporary() {
        var folder = path.resolve("tmp");
        try {
            if (Files.isDirectory(folder)) {
                empty(folder);
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Problem("Cannot clean " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            for (var left : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(left);
            }
        }
    }

    /** The server that was started from this folder, when its process is still there. */
    public Optional<RunningServer> server() {
        return serverFile()
                .read()
                .map(RunningServer::from)
                .filter(server -> server.process().isPresent());
    }

    public void remember(RunningServer server) {
        serverFile().write(server.toMap());
    }

    public void forgetServer() {
        serverFile().delete();
    }

    /** The URL of somebody's own database that was given with an earlier {@code --database}; it may hold a password. */
    public Optional<String> databaseUrl() {
        return databaseFile().read().map(properties -> properties.getProperty("url"));
    }

    public void rememberDatabaseUrl(String url) {
        databaseFile().write(Map.of("url", url));
    }

    /** The demonstration survey of the last start; empty before the first one. */
    public Optional<DemoState> demo() {
        return demoFile().read().map(DemoState::from);
    }

    public void remember(DemoState demo) {
        demoFile().write(demo.toMap());
    }

    private PropertiesFile serverFile() {
        return new PropertiesFile(path.resolve("server.properties"));
    }

    private PropertiesFile databaseFile() {
        return new PropertiesFile(path.resolve("database.properties"));
    }

    private PropertiesFile demoFile() {
        return new PropertiesFile(path.resolve("demo.properties"));
    }
}
