package org.dapple.standalone;

import java.util.concurrent.Callable;
import org.dapple.standalone.db.DatabaseSource;
import org.dapple.standalone.db.MetadataFile;
import org.dapple.standalone.state.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes metadata the way Rucio does. Bad lines are skipped; it fails only when no line at all could be loaded. */
@Command(
        name = "load",
        description = "Write metadata, one {\"scope\":…,\"name\":…,\"data\":{…}} a line, as Rucio does.")
final class LoadCommand implements Callable<Integer> {

    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Newline-delimited JSON; - for standard input.")
    private String file;

    LoadCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        var owner = DatabaseSource.of(settings.state())
                .running()
                .orElseThrow(() -> new Problem("Dapple is not running: ./dapple up"));
        var count = new MetadataFile(file).loadInto(owner);
        var out = spec.commandLine().getOut();
        out.println("%d loaded, %d skipped".formatted(count.loaded(), count.bad()));
        out.flush();
        return count.loaded() == 0 && count.bad() > 0 ? 1 : 0;
    }
}
