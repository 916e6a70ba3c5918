package org.dapple.standalone;

import org.dapple.standalone.db.DatabaseSource;
import org.dapple.standalone.server.ServerProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops what was started when this process is told to end (Ctrl-C), however far the start has come. */
final class StopOnExit {

    private static final Logger LOG = LoggerFactory.getLogger(StopOnExit.class);

    private final DatabaseSource database;
    private final Thread hook = new Thread(this::stop);
    private volatile ServerProcess server;

    private StopOnExit(DatabaseSource database) {
        this.database = database;
    }

    static StopOnExit of(DatabaseSource database) {
        var exit = new StopOnExit(database);
        Runtime.getRuntime().addShutdownHook(exit.hook);
        return exit;
    }

    /** The server has to go before its database. */
    void stopFirst(ServerProcess started) {
        server = started;
    }

    /** What was started outlives this process. */
    void leaveRunning() {
        unhook();
    }

    /** Stops everything now, after a failure. */
    void stopNow() {
        if (unhook()) {
            stop();
        }
    }

    /** False when this process is ending already: the hook is at work then. */
    private boolean unhook() {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return false;
        }
    }

    private void stop() {
        if (server != null) {
            server.stop();
        }
        database.stop();
        LOG.info("Stopped.");
    }
}
