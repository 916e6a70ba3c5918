package org.dapple.standalone;

import org.dapple.standalone.db.DatabaseSource;
import org.dapple.standalone.server.ServerProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Stops the server, then the private database. */
@Command(name = "down", description = "Stop the services and the private database; the data stay.")
final class DownCommand implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DownCommand.class);

    private final Settings settings;

    DownCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        settings.state().server().ifPresent(ServerProcess::stop);
        settings.state().forgetServer();
        DatabaseSource.of(settings.state()).stop();
        LOG.info("Dapple is down.");
    }
}
