package org.dapple.standalone;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dapple.standalone.db.DatabaseAccess;
import org.dapple.standalone.db.DatabaseSource;
import org.dapple.standalone.db.Demo;
import org.dapple.standalone.db.DemoStore;
import org.dapple.standalone.db.SiteAddress;
import org.dapple.standalone.server.ServerProcess;
import org.dapple.standalone.state.Problem;
import org.dapple.standalone.state.RunningServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Database, schema, demonstration survey, server: whatever is not there yet, in this order. */
@Command(name = "up", description = "Start the database and the services, and say where they listen.")
final class UpCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(UpCommand.class);

    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--detach", description = "Return when the services are ready, and leave them running.")
    private boolean detach;

    @ArgGroup
    private DemoOptions demo = new DemoOptions();

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "Use this PostgreSQL database (with pgSphere) instead of a private one, now and from now on.")
    private String databaseUrl;

    UpCommand(Settings settings) {
        this.settings = settings;
    }

    /** At most one of these. */
    static final class DemoOptions {

        @Option(names = "--no-demo", description = "Start without the demonstration survey.")
        private boolean none;

        @Option(names = "--demo", paramLabel = "N", description = "Load a demonstration survey of N DIDs.")
        private Integer size;

        Demo.Wish wish() {
            return none ? Demo.Wish.none() : size == null ? Demo.Wish.unspoken() : Demo.Wish.of(size);
        }
    }

    @Override
    public Integer call() {
        var server = settings.state()
                .create()
                .alone(() -> findRunning() ? Optional.<ServerProcess>empty() : Optional.of(start()));
        if (!detach) {
            server.ifPresent(ServerProcess::awaitEnd);
        }
        return 0;
    }

    private boolean findRunning() {
        var running = settings.state().server();
        running.ifPresent(server -> {
            refuseOtherDatabase();
            LOG.info("Dapple is running already.");
            greet(server, DatabaseSource.of(settings.state()).start());
        });
        return running.isPresent();
    }

    private ServerProcess start() {
        var wish = demo.wish();
        requireFreePort();
        var database = chooseDatabase();
        var exit = StopOnExit.of(database);
        try {
            var server = serve(database, wish, exit);
            if (detach) {
                exit.leaveRunning();
            }
            return server;
        } catch (RuntimeException e) {
            exit.stopNow();
            throw e;
        }
    }

    private ServerProcess serve(DatabaseSource database, Demo.Wish wish, StopOnExit exit) {
        var state = settings.state();
        var owner = database.start();
        owner.migrate();
        var address = SiteAddress.of(owner, System.getenv());
        if (settings.port() != 0) {
            address.lead(settings.port());
        }
        new Demo(state, owner).fulfil(wish);
        LOG.info("Starting the services");
        var server = ServerProcess.start(Main.class, state, database.forServices(owner), settings.port(), detach);
        exit.stopFirst(server);
        var running = server.awaitReady();
        new DemoStore(state, owner).offer(address.lead(running.port()));
        greet(running, owner);
        return server;
    }

    private void greet(RunningServer server, DatabaseAccess owner) {
        spec.commandLine().getOut().print(Greeting.of(server, owner, detach));
        spec.commandLine().getOut().flush();
    }

    private DatabaseSource chooseDatabase() {
        if (databaseUrl == null) {
            return DatabaseSource.of(settings.state());
        }
        var database = DatabaseSource.at(databaseUrl);
        settings.state().rememberDatabaseUrl(databaseUrl);
        return database;
    }

    private void refuseOtherDatabase() {
        if (databaseUrl != null && !settings.state().databaseUrl().equals(Optional.of(databaseUrl))) {
            throw new Problem("Dapple is running with another database; stop it first: ./dapple down");
        }
    }

    private void requireFreePort() {
        try (var socket = new ServerSocket(settings.port())) {
            LOG.debug("Port {} is free", socket.getLocalPort());
        } catch (IOException e) {
            throw new Problem(
                    "Port %d cannot be used (%s). Choose another one: DAPPLE_PORT=%d ./dapple up"
                            .formatted(settings.port(), e.getMessage(), settings.port() % 65535 + 1),
                    e);
        }
    }
}
