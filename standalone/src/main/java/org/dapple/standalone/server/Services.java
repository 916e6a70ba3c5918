package org.dapple.standalone.server;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.dapple.datalink.config.DataLinkSettings;
import org.dapple.datalink.web.DataLinkWebapp;
import org.dapple.embedded.tomcat.EmbeddedTomcat;
import org.dapple.embedded.tomcat.PortTakenException;
import org.dapple.standalone.db.DemoStore;
import org.dapple.standalone.state.Problem;
import org.dapple.standalone.state.RunningServer;
import org.dapple.standalone.state.StateFolder;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.web.TapWebapp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All web applications of Dapple in this process. */
public final class Services {

    private static final Logger LOG = LoggerFactory.getLogger(Services.class);

    private Services() {}

    /** Path of the TAP service below the base URL. */
    public static final String TAP = "/tap";

    private static final String DATALINK = "/datalink";

    /** Serves until this process is told to end; then lets requests finish. */
    public static void serve(StateFolder state, int port) throws InterruptedException {
        var tomcat = start(state, port);
        state.remember(RunningServer.thisProcess(tomcat.port()));
        LOG.info("Listening on port {}", tomcat.port());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            tomcat.close();
            state.forgetServer();
            LOG.info("Stopped");
        }));
        new CountDownLatch(1).await();
    }

    private static EmbeddedTomcat start(StateFolder state, int port) {
        try {
            return EmbeddedTomcat.start(
                    port,
                    Map.of(
                            "",
                            new TapWebapp(TapSettings.fromEnvironment()),
                            DATALINK,
                            new DataLinkWebapp(DataLinkSettings.fromEnvironment()),
                            DemoStore.PATH,
                            new StorageWebapp(state.storage())));
        } catch (PortTakenException e) {
            throw new Problem(e.getMessage() + "; choose another with DAPPLE_PORT", e);
        }
    }
}
