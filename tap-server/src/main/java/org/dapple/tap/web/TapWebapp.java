package org.dapple.tap.web;

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
import org.dapple.tap.Wiring;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.config.UploadLimits;
import org.dapple.tap.search.Trees;
import org.dapple.tap.vosi.DocumentedExamples;

/** The TAP service, and cone search and SIA beside it, as a webapp: the WAR finds it by its service file, {@code standalone} mounts it. */
public final class TapWebapp implements ServletContainerInitializer {

    private static final int MAX_FORM = 4 << 20;
    private static final int IN_MEMORY = 64 << 10;

    private final Optional<TapSettings> settings;

    /** With the settings of the environment, read when the webapp starts. */
    public TapWebapp() {
        this.settings = Optional.empty();
    }

    public TapWebapp(TapSettings settings) {
        this.settings = Optional.of(settings);
    }

    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        Wiring wiring = new Wiring(settings.orElseGet(TapSettings::fromEnvironment));
        context.addListener(new Shutdown(wiring));
        HttpManners.addTo(context);
        mount(wiring, context);
    }

    private static void mount(Wiring wiring, ServletContext context) {
        BaseUrl baseUrl = new BaseUrl(Optional.ofNullable(wiring.settings().baseUrl()));
        add(context, "landing", new LandingServlet(baseUrl), "", "/tap", "/tap/");
        add(context, "sync", new SyncServlet(baseUrl, wiring.queryService(), wiring.clientWatch()), "/tap/sync")
                .setMultipartConfig(multipart(wiring.settings().uploads()));
        add(context, "explain", new ExplainServlet(wiring.explainService()), "/tap/explain")
                .setMultipartConfig(new MultipartConfigElement("", MAX_FORM, MAX_FORM, MAX_FORM));
        ServletRegistration.Dynamic async =
                add(context, "async", new AsyncServlet(baseUrl, wiring.jobService()), "/tap/async", "/tap/async/*");
        async.setMultipartConfig(multipart(wiring.settings().uploads()));
        async.setAsyncSupported(true);
        add(context, "changes", new ChangesServlet(wiring.changeFeed()), "/tap/changes")
                .setAsyncSupported(true);
        add(
                context,
                "capabilities",
                new CapabilitiesServlet(baseUrl, "/tap", wiring.capabilities()::at),
                "/tap/capabilities");
        add(context, "availability", availability(wiring), "/tap/availability");
        add(context, "tables", new TablesServlet(wiring.catalogReader()::current), "/tap/tables", "/tap/tables/*");
        add(context, "examples", new ExamplesServlet(baseUrl, DocumentedExamples.load()), "/tap/examples");
        mount(SearchDoor.cones(wiring.coneSearch(), wiring.searchCapabilities()), wiring, baseUrl, context);
        mount(SearchDoor.images(wiring.searchCapabilities()), wiring, baseUrl, context);
        add(context, "metrics", new MetricsServlet(wiring.metrics()), "/metrics");
        add(context, "live", new HealthServlet(Optional::empty), "/health/live");
        add(context, "ready", new HealthServlet(wiring.database()::problem), "/health/ready");
    }

    /** A door beside TAP. */
    private static void mount(SearchDoor door, Wiring wiring, BaseUrl baseUrl, ServletContext context) {
        String service = door.service();
        add(
                        context,
                        door.query(),
                        new SearchServlet(baseUrl, door, new SearchAnswer(wiring.queryService(), wiring.clientWatch())),
                        door.query())
                .setMultipartConfig(new MultipartConfigElement("", MAX_FORM, MAX_FORM, MAX_FORM));
        add(
                context,
                service + " capabilities",
                new CapabilitiesServlet(baseUrl, service, door.capabilities()),
                service + "/capabilities");
        add(context, service + " availability", availability(wiring), service + "/availability");
        add(
                context,
                service + " tables",
                new TablesServlet(() -> wiring.catalogReader().current().only(Trees.OBSERVATIONS)),
                service + "/tables",
                service + "/tables/*");
    }

    private static Servlet availability(Wiring wiring) {
        return new AvailabilityServlet(wiring.database(), wiring.startedAt());
    }

    /** Room for the tables and the other parameters; what is large goes to disk as it comes. */
    private static MultipartConfigElement multipart(UploadLimits uploads) {
        return new MultipartConfigElement("", -1, uploads.bytes() + MAX_FORM, IN_MEMORY);
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
