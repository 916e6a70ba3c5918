package org.dapple.standalone.server;

import jakarta.servlet.ServletContainerInitializer;
import java.util.LinkedHashMap;
import java.util.Set;
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

/** The web applications of Dapple in this process. */
public final class Services {

    private static final Logger LOG = LoggerFactory.getLogger(Services.class);

    private Services() {}

    /** Path of the TAP service below the base URL. */
    public static final String TAP = "/tap";

    private static final String DATALINK = "/datalink";

    /** What can be served. */
    public enum Webapp {
        TAP,
        /** With the files of the demonstration, to which its links lead. */
        DATALINK
    }

    /**
     * Serves until this process is told to end; then lets requests finish.
     *
     * @param webapps what is served, not empty
     */
    public static void serve(StateFolder state, int port, Set<Webapp> webapps) throws InterruptedException {
        var tomcat = start(state, port, webapps);
        state.remember(RunningServer.thisProcess(tomcat.port()));
        LOG.info("Listening on port {}", tomcat.port());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            tomcat.close();
            state.forgetServer();
            LOG.info("Stopped");
        }));
        new CountDownLatch(1).await();
    }

    private static EmbeddedTomcat start(StateFolder state, int port, Set<Webapp> webapps) {
        var mounted = new LinkedHashMap<String, ServletContainerInitializer>();
        if (webapps.contains(Webapp.TAP)) {
            mounted.put("", new TapWebapp(TapSettings.fromEnvironment()));
        }
        if (webapps.contains(Webapp.DATALINK)) {
            mounted.put(DATALINK, new DataLinkWebapp(DataLinkSettings.fromEnvironment()));
            mounted.put(DemoStore.PATH, new StorageWebapp(state.storage()));
        }
        try {
            return EmbeddedTomcat.start(port, mounted);
        } catch (PortTakenException e) {
            throw new Problem(e.getMessage() + "; choose another with DAPPLE_PORT", e);
        }
    }
}
