package org.dapple.standalone;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dapple.standalone.server.Services;
import org.dapple.standalone.server.Services.Webapp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What the server process runs; the database is in its environment. */
@Command(name = "serve", hidden = true, description = "Serve in this process; the database is in the environment.")
final class ServeCommand implements Callable<Integer> {

    private final Settings settings;

    @Parameters(arity = "0..*", paramLabel = "SERVICE", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private Set<Webapp> only = EnumSet.allOf(Webapp.class);

    ServeCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Services.serve(settings.state(), settings.port(), only);
        return 0;
    }
}
