package org.dapple.bench.ratio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dapple.bench.lab.BenchDatabase;
import org.dapple.bench.lab.Report;
import org.dapple.bench.lab.ServerProcess;
import org.dapple.tap.compile.CompiledQueries;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.db.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Measures the service against PostgreSQL alone, and prints the tables of docs/benchmarks.md. */
@Command(
        name = "ratios",
        description = "Measure the service against psql, JDBC and pgbench on the same database.",
        mixinStandardHelpOptions = true)
public final class RatiosCommand implements Callable<Integer> {

    @Option(names = "--rows", description = "Rows of ivoa.obscore, 1,000,000 unless said.")
    private int rows = 1_000_000;

    @Option(names = "--pairs", description = "How often each is measured, 5 unless said.")
    private int pairs = 5;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "What to measure instead of everything: ${COMPLETION-CANDIDATES}.")
    private Set<Measurement> only = EnumSet.allOf(Measurement.class);

    @Option(names = "--database", description = "Folder for the database, kept for the next time; ${DEFAULT-VALUE}.")
    private Path folder = Path.of("bench/target/database");

    @Option(
            names = "--jvm",
            split = " ",
            paramLabel = "OPTIONS",
            description = "Options of the server's JVM; ${DEFAULT-VALUE}.")
    private List<String> jvmOptions = List.of("-Xmx256m");

    @Override
    public Integer call() throws IOException, SQLException {
        Files.createDirectories(folder);
        try (var database = BenchDatabase.start(folder.toAbsolutePath(), rows);
                var own = new Database(settings(database));
                var server = ServerProcess.start(database, jvmOptions, folder.resolve("server.log"))) {
            var catalog = own.catalogReader();
            var queries = new CompiledQueries(() -> catalog.current().catalog());
            var lab = new Lab(database, server, queries, rows, pairs, new Report(System.out));
            lab.report().begin();
            for (Measurement measurement : Measurement.values()) {
                if (only.contains(measurement)) {
                    measurement.run(lab);
                }
            }
        }
        return ExitCode.OK;
    }

    private static TapSettings settings(BenchDatabase database) {
        return TapSettings.fromEnvironment(Map.of(
                "DAPPLE_DATABASE_URL", database.jdbcUrl(),
                "DAPPLE_DATABASE_USER", database.serviceUser(),
                "DAPPLE_DATABASE_PASSWORD", database.servicePassword()));
    }
}
