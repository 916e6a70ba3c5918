package org.dapple.standalone;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dapple.dbinit.sync.PendingReason;
import org.dapple.standalone.db.DatabaseSource;
import org.dapple.standalone.db.SyncState;
import org.dapple.standalone.state.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** How ivoa follows rucio.dids: what is pending, and what makes searches by metadata quick. */
@Command(
        name = "sync",
        description = "Show and repair how ivoa.obscore follows Rucio's metadata.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class SyncCommand implements Runnable {

    /** Differences that are told one by one. */
    private static final int SHOWN = 1000;

    private final Settings settings;

    @Spec
    private CommandSpec spec;

    SyncCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), "dapple sync: a command is missing");
    }

    @Command(name = "pending", description = "Why DIDs are not in ivoa.obscore, or not with all their values.")
    int pending() {
        List<PendingReason> reasons = state().pending();
        PrintWriter out = spec.commandLine().getOut();
        out.println(reasons.isEmpty() ? "Nothing is pending." : "    DIDs   hidden  what is wrong, and where");
        for (PendingReason one : reasons) {
            out.println("%8d %8d  %s".formatted(one.dids(), one.hidden(), words(one)));
        }
        out.flush();
        return 0;
    }

    private static String words(PendingReason one) {
        String value = one.value() == null ? "" : ": \"" + one.value() + "\"";
        return "%s%s %s, as in %s"
                .formatted(one.column(), value, one.reason(), String.join(", ", one.examples()))
                .strip();
    }

    @Command(name = "check", description = "Compare everything with what rucio.dids says; exit code 1 when it differs.")
    int check() {
        PrintWriter out = spec.commandLine().getOut();
        AtomicLong differences = new AtomicLong();
        state().check(difference -> {
            if (differences.incrementAndGet() <= SHOWN) {
                out.println(difference);
                out.flush();
            }
        });
        long count = differences.get();
        out.println(count == 0 ? "Everything is as rucio.dids says." : count + " differences; ./dapple sync rebuild");
        out.flush();
        return count == 0 ? 0 : 1;
    }

    @Command(
            name = "rebuild",
            description = "Derive everything anew, online; the same command goes on after an interruption.")
    int rebuild() {
        state().rebuild();
        spec.commandLine().getOut().println("Everything has been derived anew.");
        spec.commandLine().getOut().flush();
        return 0;
    }

    @Command(name = "index", description = "Make or finish the index that finds DIDs by any of their metadata.")
    int index() {
        return state().index() ? 0 : 1;
    }

    private SyncState state() {
        return new SyncState(DatabaseSource.of(settings.state())
                .running()
                .orElseThrow(() -> new Problem("Dapple is not running: ./dapple up")));
    }
}
