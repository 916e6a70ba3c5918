package org.dapple.standalone;

import java.util.concurrent.Callable;
import org.dapple.standalone.server.Services;
import picocli.CommandLine.Command;

/** What the server process runs; the database is in its environment. */
@Command(name = "serve", hidden = true, description = "Serve in this process.")
final class ServeCommand implements Callable<Integer> {

    private final Settings settings;

    ServeCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Services.serve(settings.state(), settings.port());
        return 0;
    }
}
