package org.dapple.standalone;

import java.util.concurrent.Callable;
import org.dapple.standalone.db.DatabaseSource;
import org.dapple.standalone.state.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code ./dapple psql} and {@code notebook} evaluate: the connection as libpq's variables, so that no password is an argument. */
@Command(name = "connection", hidden = true, description = "Print shell variables for programs that use Dapple.")
final class ConnectionCommand implements Callable<Integer> {

    private final Settings settings;

    @Spec
    private CommandSpec spec;

    ConnectionCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        var database = DatabaseSource.of(settings.state());
        var owner = database.running().orElseThrow(() -> new Problem("Dapple is not running: ./dapple up"));
        var out = spec.commandLine().getOut();
        out.println("DAPPLE_PSQL=" + quoted(database.psql()));
        owner.libpqVariables().forEach((name, value) -> out.println("export " + name + "=" + quoted(value)));
        settings.state()
                .server()
                .ifPresent(server -> out.println(
                        "export DAPPLE_TAP_URL=" + quoted(BaseUrl.of(server).tap())));
        return 0;
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
