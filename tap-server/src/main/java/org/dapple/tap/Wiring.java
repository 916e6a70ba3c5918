package org.dapple.tap;

import java.time.Instant;
import java.util.UUID;
import org.dapple.dali.format.ResultFormats;
import org.dapple.dali.metrics.Metrics;
import org.dapple.tap.change.ChangeFeed;
import org.dapple.tap.change.ChangePulse;
import org.dapple.tap.change.db.ChangeNotices;
import org.dapple.tap.change.db.ChangeStore;
import org.dapple.tap.client.ClientWatch;
import org.dapple.tap.compile.CompiledQueries;
import org.dapple.tap.cone.ConeSearch;
import org.dapple.tap.config.JobSettings;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.config.Version;
import org.dapple.tap.db.CatalogReader;
import org.dapple.tap.db.Database;
import org.dapple.tap.db.Notices;
import org.dapple.tap.explain.ExplainService;
import org.dapple.tap.job.JobExecution;
import org.dapple.tap.job.JobMeters;
import org.dapple.tap.job.JobPulse;
import org.dapple.tap.job.JobService;
import org.dapple.tap.job.JobWatch;
import org.dapple.tap.job.JobWorkers;
import org.dapple.tap.job.db.JobQueue;
import org.dapple.tap.job.db.JobStore;
import org.dapple.tap.job.result.DirectoryResults;
import org.dapple.tap.job.result.JobUploads;
import org.dapple.tap.job.result.ResultStore;
import org.dapple.tap.query.DataLinks;
import org.dapple.tap.query.DataOrigin;
import org.dapple.tap.query.QueryMeters;
import org.dapple.tap.query.QueryService;
import org.dapple.tap.upload.UploadService;
import org.dapple.tap.vosi.RegistryRecords;
import org.dapple.tap.vosi.SearchCapabilities;
import org.dapple.tap.vosi.TapCapabilities;

/** Constructs the services of the TAP server, once, from its settings; closing it gives running jobs back and closes the connections. */
public final class Wiring implements AutoCloseable {

    /** A job whose servers die that often is likely to be why they die. */
    private static final int MAX_LOSSES = 5;

    private final TapSettings settings;
    private final Instant startedAt = Instant.now();
    private final TapCapabilities capabilities;
    private final SearchCapabilities searchCapabilities;
    private final Metrics metrics = new Metrics();
    private final Database database;
    private final CatalogReader catalogReader;
    private final UploadService uploadService;
    private final QueryService queryService;
    private final ConeSearch coneSearch;
    private final ExplainService explainService;
    private final JobService jobService;
    private final JobWorkers jobWorkers;
    private final JobPulse jobPulse;
    private final ClientWatch clientWatch;
    private final ChangeFeed changeFeed;
    private final ChangePulse changePulse;

    public Wiring(TapSettings settings) {
        this.settings = settings;
        ResultFormats formats = ResultFormats.standard();
        this.capabilities = new TapCapabilities(formats, settings.limits(), settings.jobs(), settings.uploads());
        this.searchCapabilities = new SearchCapabilities(settings.limits());
        this.database = new Database(settings);
        database.tellTo(metrics.registry());
        this.catalogReader = database.catalogReader();
        CompiledQueries compiledQueries =
                new CompiledQueries(() -> catalogReader.current().catalog());
        this.uploadService = new UploadService(settings.uploads());
        DataOrigin origin = new DataOrigin(settings.publisher(), "Dapple/" + Version.ofThisBuild());
        DataLinks dataLinks = new DataLinks(() -> catalogReader.current().siteUrl());
        this.queryService = new QueryService(
                compiledQueries,
                database.queryRunner(),
                uploadService,
                formats,
                origin,
                dataLinks,
                new QueryMeters(metrics.registry()),
                settings.limits());
        this.coneSearch = new ConeSearch(catalogReader::current);
        this.explainService = new ExplainService(compiledQueries, database.queryPlanner());
        JobSettings jobs = settings.jobs();
        ResultStore results = new DirectoryResults(jobs.resultFolder());
        JobUploads uploads = new JobUploads(jobs.resultFolder());
        JobQueue queue = new JobQueue(database, UUID.randomUUID().toString(), jobs.lease(), MAX_LOSSES);
        JobWatch watch = new JobWatch();
        JobStore jobStore = new JobStore(database);
        metrics.beforeReading(new JobMeters(metrics.registry(), jobStore)::refresh);
        this.jobService = new JobService(jobStore, results, uploads, jobs, watch);
        this.jobWorkers = new JobWorkers(
                queue, new JobExecution(queryService, database, queue, results, uploads, jobs), jobs.workers());
        this.jobPulse =
                new JobPulse(new Notices(database, "dapple_uws"), watch, jobWorkers, queue, results, jobs.lease());
        jobPulse.start();
        this.clientWatch = new ClientWatch(database, settings.limits().connections() / 2);
        clientWatch.start();
        ChangeStore changes = new ChangeStore(database);
        this.changeFeed = new ChangeFeed(changes, settings.changes().clients());
        this.changePulse = new ChangePulse(
                new ChangeNotices(new Notices(database, "dapple_changes"), changes), changes, changeFeed);
        changePulse.start();
    }

    public TapSettings settings() {
        return settings;
    }

    /** When this process began to serve. */
    public Instant startedAt() {
        return startedAt;
    }

    public Metrics metrics() {
        return metrics;
    }

    public TapCapabilities capabilities() {
        return capabilities;
    }

    public RegistryRecords registryRecords() {
        return new RegistryRecords(settings.publisher(), startedAt);
    }

    public SearchCapabilities searchCapabilities() {
        return searchCapabilities;
    }

    public Database database() {
        return database;
    }

    public CatalogReader catalogReader() {
        return catalogReader;
    }

    public QueryService queryService() {
        return queryService;
    }

    public ConeSearch coneSearch() {
        return coneSearch;
    }

    public ExplainService explainService() {
        return explainService;
    }

    public JobService jobService() {
        return jobService;
    }

    public ClientWatch clientWatch() {
        return clientWatch;
    }

    public ChangeFeed changeFeed() {
        return changeFeed;
    }

    @Override
    public void close() {
        clientWatch.close();
        changePulse.close();
        jobPulse.close();
        jobWorkers.close();
        uploadService.close();
        database.close();
        metrics.close();
    }
}
