package org.dapple.dali.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.List;

/**
 * What every service does with every request: it has an id in the log, scripts of other sites may read the answer, it
 * is compressed for clients that take it so, and a fault becomes an error document, also the fault of asking for what is
 * not there.
 */
public final class HttpManners {

    private HttpManners() {}

    /** Puts the manners in front of all that the context serves. */
    public static void addTo(ServletContext context) {
        add(context, "request-id", new RequestIdFilter(), DispatcherType.REQUEST);
        add(context, "cors", new CorsFilter(), DispatcherType.REQUEST);
        add(context, "gzip", new GzipFilter(), DispatcherType.REQUEST);
        add(context, "faults", new FaultFilter(), DispatcherType.REQUEST, DispatcherType.ASYNC);
        context.addServlet("unknown-resource", new UnknownResource()).addMapping("/");
    }

    private static void add(ServletContext context, String name, Filter filter, DispatcherType... dispatches) {
        FilterRegistration.Dynamic registration = context.addFilter(name, filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.copyOf(List.of(dispatches)), true, "/*");
    }
}
