package org.dapple.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dapple.dbinit.sync.GoneDids;
import org.dapple.standalone.db.DatabaseSource;
import org.dapple.standalone.db.Reconciliation;
import org.dapple.standalone.rucio.RucioServer;
import org.dapple.standalone.state.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts away what Rucio has no more; without --apply it only says what that would be. */
@Command(
        name = "reconcile",
        description = "Ask Rucio which DIDs still exist, and put away those that do not.",
        mixinStandardHelpOptions = true)
final class ReconcileCommand implements Callable<Integer> {

    /** DIDs that are named one by one. */
    private static final int SHOWN = 20;

    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rucio",
            paramLabel = "URL",
            required = true,
            defaultValue = "${env:DAPPLE_RUCIO_URL}",
            description = "Of the Rucio server; DAPPLE_RUCIO_URL unless given.")
    private String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            required = true,
            defaultValue = "${env:DAPPLE_RUCIO_TOKEN_FILE}",
            description = "With Rucio's token in its first line; DAPPLE_RUCIO_TOKEN_FILE unless given.")
    private Path tokenFile;

    @Option(names = "--apply", description = "Do it; without this it is only said what would be done.")
    private boolean apply;

    @Option(
            names = "--force",
            description = "Also when Rucio does not list more than a tenth of all DIDs, which may be an error.")
    private boolean force;

    ReconcileCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        var owner = DatabaseSource.of(settings.state())
                .running()
                .orElseThrow(() -> new Problem("Dapple is not running: ./dapple up"));
        List<GoneDids.Name> gone;
        try (var reconciliation = new Reconciliation(owner, new RucioServer(url, token()), out::println)) {
            gone = reconciliation.gone(force);
            gone.stream().limit(SHOWN).forEach(did -> out.println("gone: " + did));
            if (gone.size() > SHOWN) {
                out.println("and %d more".formatted(gone.size() - SHOWN));
            }
            out.println(apply ? "%d DIDs put away".formatted(reconciliation.putAway(gone)) : wouldBe(gone.size()));
        }
        out.flush();
        return 0;
    }

    private static String wouldBe(int gone) {
        return gone == 0 ? "All DIDs are in Rucio." : "%d DIDs would be put away: --apply".formatted(gone);
    }

    private String token() {
        try (var lines = Files.lines(tokenFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(token -> token.matches("[!-~]+"))
                    .orElseThrow(() -> new Problem("There is no token in the first line of " + tokenFile));
        } catch (IOException e) {
            throw new Problem("Cannot read the token in %s: %s".formatted(tokenFile, e.getMessage()), e);
        }
    }
}
