package org.dapple.dali.kit;

import jakarta.servlet.ServletContainerInitializer;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** A Tomcat on a free port of this machine with one application at its root. */
public final class TomcatServer implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();

    public TomcatServer(Path folder, ServletContainerInitializer application) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setHostname("localhost");
        tomcat.setPort(0);
        tomcat.addContext("", folder.toString()).addServletContainerInitializer(application, Set.of());
        tomcat.getConnector();
        tomcat.start();
    }

    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
