package org.dapple.bench.ratio;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dapple.bench.client.TapConnection;
import org.dapple.bench.lab.ProcessFigures;
import org.dapple.bench.lab.Task;

/** Whether the server's memory grows with the result: the table once, and ten times over. */
final class Memory {

    private static final String ONCE = "SELECT * FROM ivoa.obscore";
    private static final int TIMES = 10;
    /** The same columns, each row as often as the other table has rows. */
    private static final String MANY_TIMES =
            "SELECT o.* FROM ivoa.obscore AS o CROSS JOIN (SELECT TOP %d column_name FROM tap_schema.columns) AS t"
                    .formatted(TIMES);

    private static final double MEGABYTE = 1e6;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private Memory() {}

    /** A format that is written row by row, and the one that keeps rows together. */
    static void measure(Lab lab) throws IOException, SQLException {
        measure(lab, Format.BINARY2);
        measure(lab, Format.PARQUET);
    }

    private static void measure(Lab lab, Format format) throws IOException, SQLException {
        Task once = result(lab, format, ONCE, 1);
        Task manyTimes = result(lab, format, MANY_TIMES, TIMES);
        resident(lab, once);
        double residentOnce = resident(lab, once);
        double residentManyTimes = resident(lab, manyTimes);
        double liveOnce = live(lab, once);
        double liveManyTimes = live(lab, manyTimes);
        lab.report()
                .line(
                        "%s, %,d rows beside %,d: what lives in the heap meanwhile"
                                .formatted(format, (long) TIMES * lab.rows(), (long) lab.rows()),
                        "%.1f MB beside %.1f MB at most".formatted(liveManyTimes, liveOnce),
                        "",
                        "%.2f".formatted(liveManyTimes / liveOnce),
                        "flat",
                        "%.0f MB resident at most, beside %.0f MB".formatted(residentManyTimes, residentOnce));
    }

    private static Task result(Lab lab, Format format, String adql, long times) {
        return () -> {
            try (TapConnection client = new TapConnection(lab.server().port())) {
                client.sync(format.request(adql, times * lab.rows()));
            }
        };
    }

    /** The most memory the server had, in megabytes: with the garbage that its collector leaves where it may. */
    private static double resident(Lab lab, Task result) throws IOException, SQLException {
        ProcessFigures figures = lab.server().figures();
        figures.forgetPeak();
        result.run();
        return figures.peakResidentBytes() / MEGABYTE;
    }

    /** The most that lived in its heap, in megabytes: all garbage is collected before each look. */
    private static double live(Lab lab, Task result) throws IOException {
        ExecutorService client = Executors.newSingleThreadExecutor();
        try {
            Future<?> done = client.submit(result::seconds);
            double most = 0;
            while (!isDone(done)) {
                most = Math.max(most, lab.server().liveHeap() / MEGABYTE);
            }
            return most;
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException("the client has failed", e);
        } finally {
            client.shutdown();
        }
    }

    private static boolean isDone(Future<?> result) throws InterruptedException, ExecutionException {
        try {
            result.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }
}
