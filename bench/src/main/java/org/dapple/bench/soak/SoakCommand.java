package org.dapple.bench.soak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dapple.bench.lab.BenchDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Kills servers and databases at work, and has them read from slowly; fails when anything is lost. */
@Command(
        name = "soak",
        description = "Kill servers and databases at work, and read from them slowly.",
        mixinStandardHelpOptions = true)
public final class SoakCommand implements Callable<Integer> {

    private static final int ROWS = 24_000;

    @Option(names = "--rounds", description = "How often each is killed, 20 unless said.")
    private int rounds = 20;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "${COMPLETION-CANDIDATES}.")
    private Set<Soak> only = EnumSet.allOf(Soak.class);

    @Option(names = "--database", description = "Folder for the database, kept for the next time; ${DEFAULT-VALUE}.")
    private Path folder = Path.of("bench/target/database");

    /** What can be tried. */
    enum Soak {
        KILLED_SERVER,
        TAKEOVER,
        KILLED_DATABASE,
        SLOW_READERS
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        try (BenchDatabase database = BenchDatabase.start(folder.toAbsolutePath(), ROWS)) {
            Arena arena = new Arena(
                    database,
                    folder.toAbsolutePath().resolve("soak-server.log"),
                    List.of("-Xmx256m"),
                    Map.of(
                            "DAPPLE_RESULT_DIR",
                                    Files.createTempDirectory("dapple-soak-").toString(),
                            "DAPPLE_JOB_LEASE_SECONDS", Integer.toString(Arena.LEASE_SECONDS)));
            for (Soak soak : only) {
                System.out.println(soak);
                run(soak, arena);
            }
        }
        return ExitCode.OK;
    }

    private void run(Soak soak, Arena arena) throws Exception {
        switch (soak) {
            case KILLED_SERVER -> new KilledServer(arena).run(rounds);
            case TAKEOVER -> new Takeover(arena).run(Math.max(1, rounds / 4));
            case KILLED_DATABASE -> new KilledDatabase(arena).run(Math.max(1, rounds / 4));
            case SLOW_READERS -> new SlowReaders(arena).run();
        }
    }
}
