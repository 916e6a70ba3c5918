package org.dapple.bench.ratio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dapple.bench.client.PgProgram;
import org.dapple.bench.client.TapConnection;
import org.dapple.bench.lab.Report;
import org.dapple.bench.lab.Sample;

/** Small queries of eight clients at once, beside pgbench with as many that sends the same SQL. */
final class Load {

    private static final int CLIENTS = 8;
    private static final int SECONDS = 5;
    private static final int DIDS = 1000;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private Load() {}

    static void measure(Lab lab) throws IOException, SQLException {
        List<String> dids = lab.database().publisherDids(DIDS);
        Path script = script(lab, dids);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        try {
            service(lab, dids);
            for (int i = 0; i < lab.pairs(); i++) {
                ours.add(service(lab, dids));
                theirs.add(pgbench(lab, script));
                ratios.add(ours.get(i) / theirs.get(i));
            }
        } finally {
            Files.delete(script);
        }
        lab.report()
                .line(
                        "one DID by index, %d clients".formatted(CLIENTS),
                        "%,.0f queries/s".formatted(Sample.of(ours).median()),
                        "%,.0f queries/s (pgbench, simple protocol)"
                                .formatted(Sample.of(theirs).median()),
                        Report.spread(Sample.of(ratios)),
                        "≥ 0.25",
                        "%d s each".formatted(SECONDS));
    }

    /** A script of so many queries is one transaction to pgbench. */
    private static Path script(Lab lab, List<String> dids) throws IOException {
        Path script = Files.createTempFile("dapple-bench-", ".sql");
        List<String> lines = dids.stream()
                .map(did -> lab.sql(SmallQuery.adql(did)).replaceAll("\\s+", " ") + ";")
                .toList();
        return Files.write(script, lines);
    }

    private static double pgbench(Lab lab, Path script) throws IOException {
        PgProgram pgbench = lab.database().program("pgbench");
        String clients = Integer.toString(CLIENTS);
        String seconds = Integer.toString(SECONDS);
        String said =
                pgbench.run("-n", "-M", "simple", "-c", clients, "-j", "2", "-T", seconds, "-f", script.toString());
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IOException("pgbench tells no rate: " + said);
        }
        return DIDS * Double.parseDouble(rate.group(1));
    }

    private static double service(Lab lab, List<String> dids) throws IOException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int first = client * dids.size() / CLIENTS;
                tasks.add(() -> queries(lab, dids, first, end));
            }
            double count = 0;
            for (Future<Integer> done : clients.invokeAll(tasks)) {
                count += done.get();
            }
            return count / SECONDS;
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException("a client has failed", e);
        } finally {
            clients.shutdown();
        }
    }

    private static int queries(Lab lab, List<String> dids, int first, long end) throws IOException {
        int count = 0;
        try (TapConnection client = new TapConnection(lab.server().port())) {
            for (; System.nanoTime() < end; count++) {
                client.sync(SmallQuery.request(dids.get((first + count) % dids.size())));
            }
        }
        return count;
    }
}
