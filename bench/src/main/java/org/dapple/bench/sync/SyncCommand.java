package org.dapple.bench.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dapple.bench.lab.BenchDatabase;
import org.dapple.bench.lab.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Measures writing through the triggers on {@code rucio.dids}, and prints the table of docs/benchmarks.md. */
@Command(
        name = "sync",
        description = "Measure writing through the triggers on rucio.dids against writing without them.",
        mixinStandardHelpOptions = true)
public final class SyncCommand implements Callable<Integer> {

    @Option(names = "--rows", description = "DIDs of the survey, 1,000,000 unless said.")
    private int rows = 1_000_000;

    @Option(names = "--pairs", description = "How often each is measured, 5 unless said.")
    private int pairs = 5;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "${COMPLETION-CANDIDATES}.")
    private Set<Measured> only = EnumSet.allOf(Measured.class);

    @Option(names = "--database", description = "Folder for the database, kept for the next time; ${DEFAULT-VALUE}.")
    private Path folder = Path.of("bench/target/database/sync");

    /** What can be measured. */
    enum Measured {
        BULK,
        BULK_WITH_METADATA_INDEX,
        UPSERT,
        UPSERT_WITH_METADATA_INDEX,
        UPSERT_UNMAPPED,
        UPSERT_PREPARED,
        UPSERT_PREPARED_WITH_METADATA_INDEX,
        UPDATE_OF_ALL,
        REBUILD
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Files.createDirectories(folder);
        try (var database = BenchDatabase.start(folder.toAbsolutePath(), rows);
                var writer = Writer.on(database)) {
            var report = new Report(System.out);
            report.begin();
            for (Measured measured : only) {
                report.line(measure(measured, writer));
            }
        }
        return ExitCode.OK;
    }

    private Report.Line measure(Measured measured, Writer writer) throws IOException, SQLException {
        return switch (measured) {
            case BULK -> new BulkLoad(writer, rows).measure(pairs, false);
            case BULK_WITH_METADATA_INDEX -> new BulkLoad(writer, rows).measure(pairs, true);
            case UPSERT -> upserts(writer, UpsertClients.RUCIO).measure(pairs, false);
            case UPSERT_WITH_METADATA_INDEX ->
                upserts(writer, UpsertClients.RUCIO).measure(pairs, true);
            case UPSERT_UNMAPPED ->
                new Upserts(writer, UpsertClients.RUCIO, "pipeline", "no column").measure(pairs, false);
            case UPSERT_PREPARED -> upserts(writer, UpsertClients.PGBENCH).measure(pairs, false);
            case UPSERT_PREPARED_WITH_METADATA_INDEX ->
                upserts(writer, UpsertClients.PGBENCH).measure(pairs, true);
            case UPDATE_OF_ALL -> new UpdateOfAll(writer, rows).measure(pairs);
            case REBUILD -> new OnlineRebuild(writer, rows, folder).measure();
        };
    }

    private static Upserts upserts(Writer writer, UpsertClients clients) {
        return new Upserts(writer, clients, "t_exptime", "a column");
    }
}
