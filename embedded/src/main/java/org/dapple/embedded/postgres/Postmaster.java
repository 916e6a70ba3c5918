package org.dapple.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server process of one data directory, by PostgreSQL's own pg_ctl. */
record Postmaster(Installation installation, Account account, Path data) {

    private static final String SECONDS_TO_START = "60";
    private static final int LINE_OF_PORT = 3;

    /** Starts the server and waits until it accepts connections. */
    Command.Result start(int port) {
        removeStaleLock();
        var options = "-p %d -h %s -c unix_socket_directories=''".formatted(port, Ports.LOOPBACK);
        return pgCtl("start", "-w", "-t", SECONDS_TO_START, "-l", log().toString(), "-o", options)
                .run();
    }

    /** Ends the server: sessions are cut off, what is committed stays. One that does not run is no error. */
    void stop() {
        if (port().isPresent()) {
            var stop = pgCtl("stop", "-w", "-m", "fast").run();
            if (port().isPresent()) {
                stop.outputOrThrow();
            }
        }
    }

    /** The command that ends the server at once, for data that nobody keeps. */
    Command stopNow() {
        return pgCtl("stop", "-m", "immediate");
    }

    /** The port of the running server; empty when none runs on this data directory. */
    Optional<Integer> port() {
        var lock = lockLines();
        return lock.size() > LINE_OF_PORT && isAlive(lock)
                ? Optional.of(Integer.valueOf(lock.get(LINE_OF_PORT).strip()))
                : Optional.empty();
    }

    /** The last lines that the server wrote, for a message. */
    String logTail() {
        try {
            var lines = Files.exists(log()) ? Files.readAllLines(log()) : List.<String>of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException e) {
            return "(%s cannot be read)".formatted(log());
        }
    }

    private Path log() {
        return data.resolve("server.log");
    }

    /** After a crash the lock's process id may meanwhile belong to another program, which would keep pg_ctl waiting. */
    private void removeStaleLock() {
        var lock = lockLines();
        if (!lock.isEmpty() && !isAlive(lock)) {
            try {
                Files.deleteIfExists(lockFile());
            } catch (IOException e) {
                throw new PostgresException("Cannot remove the stale " + lockFile(), e);
            }
        }
    }

    /** Alive when the locking process is a PostgreSQL server that was started on this data directory. */
    private boolean isAlive(List<String> lock) {
        return ProcessHandle.of(Long.parseLong(lock.get(0).strip()))
                .flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains(data.toString()))
                .isPresent();
    }

    private List<String> lockLines() {
        try {
            return Files.exists(lockFile()) ? Files.readAllLines(lockFile()) : List.of();
        } catch (IOException e) {
            throw new PostgresException("Cannot read " + lockFile(), e);
        }
    }

    private Path lockFile() {
        return data.resolve("postmaster.pid");
    }

    private Command pgCtl(String action, String... options) {
        var arguments = new String[options.length + 3];
        arguments[0] = action;
        arguments[1] = "-D";
        arguments[2] = data.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return account.run(installation.program("pg_ctl"), arguments);
    }
}
