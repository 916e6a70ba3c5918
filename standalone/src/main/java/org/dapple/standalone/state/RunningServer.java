package org.dapple.standalone.state;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A serving process.
 *
 * @param pid its process id
 * @param startedAt when it started, which tells it from a later process with the same id
 * @param port the port it listens on, 1 to 65535
 */
public record RunningServer(long pid, Instant startedAt, int port) {

    /** The present process as a server on a port. */
    public static RunningServer thisProcess(int port) {
        var process = ProcessHandle.current();
        return new RunningServer(process.pid(), startOf(process), port);
    }

    /** The process, when it is still there. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(startedAt));
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    static RunningServer from(Properties properties) {
        return new RunningServer(
                Long.parseLong(properties.getProperty("pid")),
                Instant.parse(properties.getProperty("startedAt")),
                Integer.parseInt(properties.getProperty("port")));
    }

    Map<String, String> toMap() {
        return Map.of("pid", Long.toString(pid), "startedAt", startedAt.toString(), "port", Integer.toString(port));
    }
}
