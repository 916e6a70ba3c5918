package org.dapple.datalink.web;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import java.util.Optional;
import java.util.Set;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.HealthServlet;
import org.dapple.dali.http.HttpManners;
import org.dapple.dali.http.MetricsServlet;
import org.dapple.datalink.Wiring;
import org.dapple.datalink.config.DataLinkSettings;

/** The DataLink service as a webapp: the WAR finds it by its service file, {@code standalone} mounts it at /datalink. */
public final class DataLinkWebapp implements ServletContainerInitializer {

    private static final int MAX_FORM = 8 << 20;

    private final Optional<DataLinkSettings> settings;

    /** With the settings of the environment, read when the webapp starts. */
    public DataLinkWebapp() {
        this.settings = Optional.empty();
    }

    public DataLinkWebapp(DataLinkSettings settings) {
        this.settings = Optional.of(settings);
    }

    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        Wiring wiring = new Wiring(settings.orElseGet(DataLinkSettings::fromEnvironment));
        context.addListener(new Shutdown(wiring));
        HttpManners.addTo(context);
        mount(wiring, context);
    }

    private static void mount(Wiring wiring, ServletContext context) {
        BaseUrl baseUrl = new BaseUrl(wiring.settings().baseUrl());
        ConnectionAddress address =
                new ConnectionAddress(wiring.settings().limits().trustedProxies());
        add(
                        context,
                        "links",
                        new LinksServlet(baseUrl, wiring.linkService(), wiring.linksDocument(), address),
                        "/links")
                .setMultipartConfig(new MultipartConfigElement("", MAX_FORM, MAX_FORM, MAX_FORM));
        add(context, "capabilities", new CapabilitiesServlet(baseUrl), "/capabilities");
        add(context, "availability", new AvailabilityServlet(wiring::problem, wiring.startedAt()), "/availability");
        add(context, "metrics", new MetricsServlet(wiring.metrics()), "/metrics");
        add(context, "live", new HealthServlet(Optional::empty), "/health/live");
        add(context, "ready", new HealthServlet(wiring::problem), "/health/ready");
    }

    private static ServletRegistration.Dynamic add(
            ServletContext context, String name, Servlet servlet, String... paths) {
        ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
        registration.addMapping(paths);
        return registration;
    }

    private record Shutdown(Wiring wiring) implements ServletContextListener {
        @Override
        public void contextDestroyed(ServletContextEvent event) {
            wiring.close();
        }
    }
}
