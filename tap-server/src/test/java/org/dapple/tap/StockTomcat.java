package org.dapple.tap;

import jakarta.servlet.ServletContainerInitializer;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** A Tomcat as it comes, with none of what Dapple's own adds to it. */
final class StockTomcat implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();

    StockTomcat(Path folder, ServletContainerInitializer application) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector();
        StandardContext context = (StandardContext) tomcat.addContext("", null);
        context.setParentClassLoader(StockTomcat.class.getClassLoader());
        context.addServletContainerInitializer(application, Set.of());
        tomcat.start();
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        System.clearProperty("catalina.home");
    }
}
