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
import java.util.function.Supplier;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.HealthServlet;
import org.dapple.dali.http.HttpManners;
import org.dapple.dali.http.MetricsServlet;
import org.dapple.tap.Wiring;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.config.UploadLimits;
import org.dapple.tap.schema.TapSchema;
import org.dapple.tap.search.Trees;
import org.dapple.tap.vosi.DocumentedExamples;
import org.dapple.tap.vosi.ServiceDescription;

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
        add(context, "examples", new ExamplesServlet(baseUrl, DocumentedExamples.load()), "/tap/examples");
        describe(tap(wiring), wiring, baseUrl, context);
        Supplier<TapSchema> searched = () -> wiring.catalogReader().current().only(Trees.OBSERVATIONS);
        mount(SearchDoor.cones(wiring.coneSearch(), wiring.searchCapabilities(), searched), wiring, baseUrl, context);
        mount(SearchDoor.images(wiring.searchCapabilities(), searched), wiring, baseUrl, context);
        add(context, "metrics", new MetricsServlet(wiring.metrics()), "/metrics");
        add(context, "live", new HealthServlet(Optional::empty), "/health/live");
        add(context, "ready", new HealthServlet(wiring.database()::problem), "/health/ready");
    }

    private static ServiceDescription tap(Wiring wiring) {
        return new ServiceDescription(
                "/tap",
                "Observations by ADQL",
                "Metadata of observations, as ObsCore and as they were registered.",
                wiring.capabilities()::at,
                wiring.catalogReader()::current);
    }

    /** A door beside TAP. */
    private static void mount(SearchDoor door, Wiring wiring, BaseUrl baseUrl, ServletContext context) {
        SearchAnswer answer = new SearchAnswer(wiring.queryService(), wiring.clientWatch());
        add(context, door.query(), new SearchServlet(baseUrl, door, answer), door.query())
                .setMultipartConfig(new MultipartConfigElement("", MAX_FORM, MAX_FORM, MAX_FORM));
        describe(door.service(), wiring, baseUrl, context);
    }

    /** What VOSI wants of each service, and its record for registries. */
    private static void describe(ServiceDescription service, Wiring wiring, BaseUrl baseUrl, ServletContext context) {
        String path = service.path();
        String capabilities = path + "/capabilities";
        add(context, capabilities, new CapabilitiesServlet(baseUrl, path, service.capabilities()), capabilities);
        String availability = path + "/availability";
        add(context, availability, new AvailabilityServlet(wiring.database(), wiring.startedAt()), availability);
        String tables = path + "/tables";
        add(context, tables, new TablesServlet(service.published()), tables, tables + "/*");
        String record = path + "/record";
        add(context, record, new RegistryRecordServlet(baseUrl, service, wiring.registryRecords()), record);
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
