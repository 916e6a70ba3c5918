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
import org.dapple.tap.vosi.DocumentedExamples;
import org.dapple.tap.vosi.SearchCapabilities;

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
        add(
                context,
                "availability",
                new AvailabilityServlet(wiring.database(), wiring.startedAt()),
                "/tap/availability",
                ConeSearchServlet.PATH + "/availability",
                ImageSearchServlet.SERVICE + "/availability");
        add(context, "tables", new TablesServlet(wiring.catalogReader()), "/tap/tables", "/tap/tables/*");
        add(context, "examples", new ExamplesServlet(baseUrl, DocumentedExamples.load()), "/tap/examples");
        mountSearches(wiring, baseUrl, context);
        add(context, "metrics", new MetricsServlet(wiring.metrics()), "/metrics");
        add(context, "live", new HealthServlet(Optional::empty), "/health/live");
        add(context, "ready", new HealthServlet(wiring.database()::problem), "/health/ready");
    }

    /** The doors beside TAP. */
    private static void mountSearches(Wiring wiring, BaseUrl baseUrl, ServletContext context) {
        MultipartConfigElement form = new MultipartConfigElement("", MAX_FORM, MAX_FORM, MAX_FORM);
        SearchAnswer answer = new SearchAnswer(wiring.queryService(), wiring.clientWatch());
        SearchCapabilities capabilities = wiring.searchCapabilities();
        String scs = ConeSearchServlet.PATH;
        String sia = ImageSearchServlet.SERVICE;
        add(context, "scs", new ConeSearchServlet(baseUrl, wiring.coneSearch(), answer), scs)
                .setMultipartConfig(form);
        add(
                context,
                "scs-capabilities",
                new CapabilitiesServlet(baseUrl, scs, capabilities::ofConeSearch),
                scs + "/capabilities");
        add(context, "sia2", new ImageSearchServlet(baseUrl, answer), ImageSearchServlet.PATH)
                .setMultipartConfig(form);
        add(
                context,
                "sia2-capabilities",
                new CapabilitiesServlet(baseUrl, sia, capabilities::ofImageSearch),
                sia + "/capabilities");
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
