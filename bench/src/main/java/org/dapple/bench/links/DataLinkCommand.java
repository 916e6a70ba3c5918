package org.dapple.bench.links;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dapple.bench.lab.BenchDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Measures DataLink beside a Rucio over HTTP, and prints the table of docs/benchmarks.md; fails when an answer is wrong. */
@Command(
        name = "datalink",
        description = "Measure DataLink with a Rucio that answers, and one that hangs.",
        mixinStandardHelpOptions = true)
public final class DataLinkCommand implements Callable<Integer> {

    private static final int DIDS = 20_000;

    @Option(names = "--rows", description = "Rows of ivoa.obscore, ${DEFAULT-VALUE} unless said.")
    private int rows = 100_000;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "${COMPLETION-CANDIDATES}.")
    private Set<Measurement> only = EnumSet.allOf(Measurement.class);

    @Option(names = "--database", description = "Folder for the database, kept for the next time; ${DEFAULT-VALUE}.")
    private Path folder = Path.of("bench/target/database");

    @Option(
            names = "--jvm",
            split = " ",
            paramLabel = "OPTIONS",
            description = "Options of the server's JVM; ${DEFAULT-VALUE}.")
    private List<String> jvmOptions = List.of("-Xmx256m");

    /** What can be measured. */
    enum Measurement {
        THOUSAND,
        CACHED,
        HANGING
    }

    @Override
    public Integer call() throws Exception {
        // Else the JDK's server, which is Rucio here, waits 40 ms for an acknowledgement in the middle of an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Files.createDirectories(folder);
        Path log = folder.toAbsolutePath().resolve("datalink-server.log");
        try (BenchDatabase database = BenchDatabase.start(folder.toAbsolutePath(), rows);
                Lake lake = Lake.of(database, DIDS, log, jvmOptions)) {
            System.out.println("| what | measured | goal | besides |");
            System.out.println("|---|---|---|---|");
            for (Measurement measurement : only) {
                measure(measurement, lake, System.out);
            }
        }
        return ExitCode.OK;
    }

    private static void measure(Measurement measurement, Lake lake, PrintStream out) throws Exception {
        switch (measurement) {
            case THOUSAND -> Thousand.measure(lake, out);
            case CACHED -> Cached.measure(lake, out);
            case HANGING -> Hanging.measure(lake, out);
        }
    }
}
