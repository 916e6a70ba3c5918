package org.dapple.embedded.tomcat;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** One application in Tomcat, which only logs why an application fails: here the reason is kept for the caller. */
record MountedApplication(Context context, AtomicReference<Throwable> failure) {

    static MountedApplication mount(Tomcat tomcat, String path, ServletContainerInitializer application) {
        var context = (StandardContext) tomcat.addContext(path, null);
        // What these would clean up goes with the process.
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
        var mounted = new MountedApplication(context, new AtomicReference<>());
        mounted.context.setParentClassLoader(MountedApplication.class.getClassLoader());
        mounted.context.addServletContainerInitializer(
                (classes, servletContext) -> mounted.initialise(application, servletContext), Set.of());
        return mounted;
    }

    private void initialise(ServletContainerInitializer application, ServletContext servletContext)
            throws ServletException {
        try {
            application.onStartup(Set.of(), servletContext);
        } catch (ServletException | RuntimeException e) {
            failure.set(e);
            throw e;
        }
    }

    void requireStarted() {
        if (context.getState() != LifecycleState.STARTED) {
            throw new IllegalStateException(
                    "The application at '%s' does not start".formatted(context.getPath()), failure.get());
        }
    }
}
