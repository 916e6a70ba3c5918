package org.dapple.tap.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dapple.dali.config.Environment;
import org.dapple.dali.config.InvalidSettingsException;

/**
 * How asynchronous jobs are run and kept.
 *
 * @param resultFolder where results lie; servers that share a database share this folder too
 * @param workers jobs that this server runs at the same time, 1 to 100
 * @param queue jobs that may wait for a worker, 1 to 1,000,000
 * @param defaultRows rows of a result whose job has no MAXREC, at least 0
 * @param hardRows rows of any result, at least {@code defaultRows}
 * @param duration how long a job may run that asks for nothing else, 1 s to {@code hardDuration}
 * @param hardDuration how long any job may run, up to 30 days
 * @param retention how long a job is kept that asks for nothing else, 1 s to {@code hardRetention}
 * @param hardRetention how long any job is kept, up to 10 years
 * @param lease how long a server may be silent until another one has taken its jobs over, 2 s to 10 min
 */
public record JobSettings(
        Path resultFolder,
        int workers,
        int queue,
        long defaultRows,
        long hardRows,
        Duration duration,
        Duration hardDuration,
        Duration retention,
        Duration hardRetention,
        Duration lease) {

    /** What a site gets that configures nothing. */
    public static final JobSettings DEFAULT = new JobSettings(
            Path.of(System.getProperty("java.io.tmpdir"), "dapple-results"),
            4,
            10_000,
            QueryLimits.DEFAULT.defaultRows(),
            QueryLimits.DEFAULT.hardRows(),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(60),
            Duration.ofSeconds(30));

    public JobSettings {
        Objects.requireNonNull(resultFolder);
        Objects.requireNonNull(lease);
    }

    static JobSettings from(Environment environment) {
        return new JobSettings(
                folder(environment),
                (int) environment.number("DAPPLE_ASYNC_JOBS", DEFAULT.workers),
                (int) environment.number("DAPPLE_ASYNC_QUEUE", DEFAULT.queue),
                environment.number("DAPPLE_ASYNC_DEFAULT_MAXREC", DEFAULT.defaultRows),
                environment.number("DAPPLE_ASYNC_HARD_MAXREC", DEFAULT.hardRows),
                environment.seconds("DAPPLE_ASYNC_SECONDS", DEFAULT.duration),
                environment.seconds("DAPPLE_ASYNC_HARD_SECONDS", DEFAULT.hardDuration),
                environment.seconds("DAPPLE_JOB_RETENTION_SECONDS", DEFAULT.retention),
                environment.seconds("DAPPLE_JOB_HARD_RETENTION_SECONDS", DEFAULT.hardRetention),
                environment.seconds("DAPPLE_JOB_LEASE_SECONDS", DEFAULT.lease));
    }

    private static Path folder(Environment environment) {
        try {
            return Path.of(environment.text("DAPPLE_RESULT_DIR", DEFAULT.resultFolder.toString()));
        } catch (InvalidPathException e) {
            throw new InvalidSettingsException(List.of("DAPPLE_RESULT_DIR must be a path: " + e.getMessage()));
        }
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        range(workers, 1, 100, "DAPPLE_ASYNC_JOBS", problems);
        range(queue, 1, 1_000_000, "DAPPLE_ASYNC_QUEUE", problems);
        range(defaultRows, 0, hardRows, "DAPPLE_ASYNC_DEFAULT_MAXREC", problems);
        range(hardDuration.toSeconds(), 1, Duration.ofDays(30).toSeconds(), "DAPPLE_ASYNC_HARD_SECONDS", problems);
        range(duration.toSeconds(), 1, hardDuration.toSeconds(), "DAPPLE_ASYNC_SECONDS", problems);
        range(
                hardRetention.toSeconds(),
                1,
                Duration.ofDays(3660).toSeconds(),
                "DAPPLE_JOB_HARD_RETENTION_SECONDS",
                problems);
        range(retention.toSeconds(), 1, hardRetention.toSeconds(), "DAPPLE_JOB_RETENTION_SECONDS", problems);
        range(lease.toSeconds(), 2, 600, "DAPPLE_JOB_LEASE_SECONDS", problems);
        return problems;
    }

    private static void range(long value, long least, long most, String name, List<String> problems) {
        if (value < least || value > most) {
            problems.add("%s must be from %d to %d and is %d".formatted(name, least, most, value));
        }
    }
}
