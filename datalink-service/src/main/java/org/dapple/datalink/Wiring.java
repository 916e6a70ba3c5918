package org.dapple.datalink;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.dapple.dali.format.ResultFormats;
import org.dapple.dali.metrics.Metrics;
import org.dapple.datalink.config.DataLinkSettings;
import org.dapple.datalink.config.LocateSettings;
import org.dapple.datalink.config.RucioSettings;
import org.dapple.datalink.db.Database;
import org.dapple.datalink.db.ProductTable;
import org.dapple.datalink.db.ReplicaTable;
import org.dapple.datalink.links.ClientLocator;
import org.dapple.datalink.links.LinkService;
import org.dapple.datalink.links.LinksDocument;
import org.dapple.datalink.place.AddressPlaces;
import org.dapple.datalink.place.GeoIpFile;
import org.dapple.datalink.replica.Catalogues;
import org.dapple.datalink.replica.ReplicaCatalogue;
import org.dapple.datalink.replica.guard.CachedCatalogue;
import org.dapple.datalink.replica.guard.GuardedCatalogue;
import org.dapple.datalink.replica.guard.MeteredCatalogue;
import org.dapple.datalink.replica.locate.LocateCatalogue;
import org.dapple.datalink.replica.rucio.RucioCatalogue;
import org.dapple.datalink.replica.wire.PemIdentity;
import org.dapple.datalink.replica.wire.Wire;

/** Constructs the services of DataLink, once, from its settings; closing it closes the connections. */
public final class Wiring implements AutoCloseable {

    /** Of an answer over a network. */
    private static final long MOST_BYTES = 64L << 20;

    /** That ask catalogues; where all of them wait, the request's own thread asks. */
    private static final int MOST_THREADS = 32;

    private final DataLinkSettings settings;
    private final List<Runnable> connections = new ArrayList<>();
    private final Metrics metrics = new Metrics();
    private final Instant startedAt = Instant.now();
    private final Database database;
    private final Optional<GeoIpFile> geoIp;
    private final LinkService linkService;
    private final LinksDocument linksDocument = new LinksDocument(ResultFormats.standard());

    public Wiring(DataLinkSettings settings) {
        this.settings = settings;
        this.geoIp = settings.geoIp().map(GeoIpFile::new);
        this.database = new Database(settings.database());
        database.tellTo(metrics.registry());
        Catalogues catalogues = new Catalogues(
                settings.catalogues().stream().map(this::catalogue).toList());
        AddressPlaces addresses = geoIp.isPresent() ? geoIp.get() : AddressPlaces.unknown();
        this.linkService = new LinkService(
                new ProductTable(database),
                catalogues,
                new ClientLocator(addresses, catalogues),
                settings.limits(),
                catalogueThreads(),
                settings.longestWait());
    }

    /** The table is asked by the request's own thread: both questions would only take turns at the same database. */
    private Executor catalogueThreads() {
        if (settings.catalogues().equals(List.of("table"))) {
            return Runnable::run;
        }
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                0,
                MOST_THREADS,
                1,
                TimeUnit.MINUTES,
                new SynchronousQueue<>(),
                Wiring::thread,
                new ThreadPoolExecutor.CallerRunsPolicy());
        connections.add(threads::shutdownNow);
        return threads;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "dapple-datalink-catalogues");
        thread.setDaemon(true);
        return thread;
    }

    private ReplicaCatalogue catalogue(String name) {
        if (name.equals("table")) {
            return new MeteredCatalogue(new ReplicaTable(database), metrics.registry());
        }
        if (name.equals("locate")) {
            LocateSettings locate = settings.locate().orElseThrow();
            LocateCatalogue catalogue = new LocateCatalogue(locate, closed(new Wire(locate.timeout(), MOST_BYTES)));
            connections.add(catalogue::close);
            return remembered(catalogue, locate.timeout());
        }
        RucioSettings rucio = settings.rucio().orElseThrow();
        return remembered(new RucioCatalogue(rucio, wire(rucio)), rucio.timeout());
    }

    private ReplicaCatalogue remembered(ReplicaCatalogue remote, Duration timeout) {
        return new CachedCatalogue(
                new GuardedCatalogue(new MeteredCatalogue(remote, metrics.registry()), timeout, metrics.registry()),
                settings.memory().fresh(),
                settings.memory().stale(),
                metrics.registry());
    }

    private Wire wire(RucioSettings rucio) {
        return closed(
                rucio.authentication() instanceof RucioSettings.X509 proxy
                        ? new Wire(PemIdentity.read(proxy.file()), rucio.timeout(), MOST_BYTES)
                        : new Wire(rucio.timeout(), MOST_BYTES));
    }

    private Wire closed(Wire wire) {
        connections.add(wire::close);
        return wire;
    }

    public DataLinkSettings settings() {
        return settings;
    }

    /** When this process began to serve. */
    public Instant startedAt() {
        return startedAt;
    }

    public Metrics metrics() {
        return metrics;
    }

    public LinkService linkService() {
        return linkService;
    }

    public LinksDocument linksDocument() {
        return linksDocument;
    }

    /** Why links cannot be told now, in words for the public, or empty when they can. */
    public Optional<String> problem() {
        return database.problem();
    }

    @Override
    public void close() {
        connections.forEach(Runnable::run);
        database.close();
        geoIp.ifPresent(GeoIpFile::close);
        metrics.close();
    }
}
