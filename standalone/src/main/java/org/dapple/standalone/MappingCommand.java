package org.dapple.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dapple.dbinit.mapping.Trial;
import org.dapple.standalone.db.DatabaseSource;
import org.dapple.standalone.db.SiteMapping;
import org.dapple.standalone.state.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How a site's metadata become columns, as a file says it. */
@Command(
        name = "mapping",
        description = "Show, try and set how metadata become columns of ivoa.obscore.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class MappingCommand implements Runnable {

    private final Settings settings;

    @Spec
    private CommandSpec spec;

    MappingCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "dapple mapping: a command is missing");
    }

    @Command(name = "show", description = "The mapping that holds, or an earlier version, as the file it was.")
    int show(
            @Option(names = "--version", paramLabel = "N", description = "One that was applied before.")
                    Integer version) {
        spec.commandLine().getOut().print(mapping().show(version));
        spec.commandLine().getOut().flush();
        return 0;
    }

    @Command(name = "check", description = "Everything that is wrong with a file, by line.")
    int check(@Parameters(paramLabel = "FILE") Path file) {
        mapping().check(file);
        return say("The file can be applied.");
    }

    @Command(name = "diff", description = "What applying a file would change.")
    int diff(@Parameters(paramLabel = "FILE") Path file) {
        return sayDifferences(mapping().diff(file));
    }

    @Command(
            name = "apply",
            description =
                    "Make a file hold and derive everything anew, online; the same command goes on after an interruption.")
    int apply(@Parameters(paramLabel = "FILE") Path file) {
        sayDifferences(mapping().diff(file));
        mapping().apply(file);
        return say("The mapping holds, and everything follows it.");
    }

    @Command(name = "test", description = "What becomes of a stored DID, column by column; nothing is changed.")
    int test(
            @Parameters(paramLabel = "SCOPE:NAME") String did,
            @Option(names = "--file", paramLabel = "FILE", description = "By this file, not by the mapping that holds.")
                    Path file) {
        int colon = did.indexOf(':');
        if (colon < 1 || colon == did.length() - 1) {
            throw new ParameterException(
                    spec.commandLine(), "dapple mapping test: %s is not written as SCOPE:NAME".formatted(did));
        }
        List<Trial> trials =
                mapping().trial(Optional.ofNullable(file), did.substring(0, colon), did.substring(colon + 1));
        if (trials.isEmpty()) {
            throw new Problem("There is no DID %s in rucio.dids".formatted(did));
        }
        trials.forEach(trial -> say("%-28s %s".formatted(trial.column(), outcome(trial))));
        return 0;
    }

    private static String outcome(Trial trial) {
        if (trial.problem() != null) {
            return "! " + (trial.found() == null ? "" : "\"" + trial.found() + "\" ") + trial.problem()
                    + (trial.value() == null ? "" : "; filled in: " + trial.value());
        }
        if (trial.value() == null) {
            return "";
        }
        return trial.found() == null
                ? trial.value() + "   (filled in)"
                : trial.value() + (trial.value().equals(trial.found()) ? "" : "   from " + trial.found());
    }

    private int sayDifferences(List<String> differences) {
        differences.forEach(this::say);
        return differences.isEmpty() ? say("The file says what holds already.") : 0;
    }

    private int say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private SiteMapping mapping() {
        return new SiteMapping(DatabaseSource.of(settings.state())
                .running()
                .orElseThrow(() -> new Problem("Dapple is not running: ./dapple up")));
    }
}
