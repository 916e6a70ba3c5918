package org.dapple.tap.job;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.uws.Job;
import org.dapple.dali.uws.JobList;
import org.dapple.dali.uws.Phase;
import org.dapple.tap.config.JobSettings;
import org.dapple.tap.job.db.JobStore;
import org.dapple.tap.job.result.JobUploads;
import org.dapple.tap.job.result.ResultStore;
import org.dapple.tap.upload.Parts;

/** What clients do with jobs (UWS 1.1 §2.2.2); any server does it for any job. */
public final class JobService {

    /** The only result a TAP query has (TAP 1.1 §2.2). */
    public static final String RESULT = "result";

    private static final Duration WHEN_QUEUE_IS_FULL = Duration.ofSeconds(30);
    private static final int ID_BITS = 100;

    private final JobStore store;
    private final ResultStore results;
    private final JobUploads uploads;
    private final JobSettings settings;
    private final JobWatch watch;
    private final SecureRandom random = new SecureRandom();

    public JobService(JobStore store, ResultStore results, JobUploads uploads, JobSettings settings, JobWatch watch) {
        this.store = store;
        this.results = results;
        this.uploads = uploads;
        this.settings = settings;
        this.watch = watch;
    }

    /**
     * Creates a job, and runs it if that is ordered too.
     *
     * @param parts of the request, of which those that the job will need are kept
     * @return its id
     * @throws ServiceFault when the order makes no sense for a new job, or the queue is full
     */
    public String create(JobOrder order, Parts parts) throws IOException {
        if (order.action().filter(action -> action != JobOrder.Action.RUN).isPresent()) {
            throw ServiceFault.usage("A new job can only be told PHASE=RUN; there is nothing to abort or delete yet.");
        }
        String id = "j" + new BigInteger(ID_BITS, random).toString(36);
        try {
            create(id, order, parts);
            return id;
        } catch (IOException | RuntimeException failure) {
            results.remove(id);
            throw failure;
        }
    }

    /** First what it needs, then the job, so that no server finds one without the other. */
    private void create(String id, JobOrder order, Parts parts) throws IOException {
        uploads.keep(id, order.parameters(), parts);
        store.create(
                id,
                order.runId().orElse(null),
                allowed(order.duration().orElse(settings.duration())),
                allowed(order.destruction().orElseGet(() -> Instant.now().plus(settings.retention()))),
                order.parameters());
        order.action().ifPresent(run -> runNew(id));
    }

    /** A job that did not get into the queue is not left behind: its client never learns its id. */
    private void runNew(String id) {
        try {
            run(id);
        } catch (ServiceFault full) {
            store.delete(id);
            throw full;
        }
    }

    /** The jobs that a filter lets through, the latest first. */
    public JobList list(JobFilter filter) {
        return store.list(filter.phases(), filter.after(), filter.last());
    }

    /**
     * A job as it is now.
     *
     * @throws ServiceFault NOT_FOUND when there is none
     */
    public Job get(String id) {
        return store.find(id)
                .orElseThrow(() -> ServiceFault.notFound(
                        "There is no such job here; it may have been deleted, or its destruction time has come."));
    }

    /**
     * Runs something at each change of a job's phase, on a thread that must not be kept.
     *
     * @return what ends that
     */
    public Runnable onChange(String id, Runnable wake) {
        return watch.onChange(id, wake);
    }

    /**
     * Follows all orders for a job: first what changes it, then what is to be done with it.
     *
     * @throws ServiceFault NOT_FOUND when there is none, FORBIDDEN when its phase does not allow an order
     */
    public void follow(String id, JobOrder order, Parts parts) throws IOException {
        Job job = get(id);
        if (!order.parameters().isEmpty() && !store.setParameters(id, order.parameters())) {
            throw forbidden(job, "its parameters can be changed only while it is PENDING");
        }
        uploads.keep(id, order.parameters(), parts);
        order.duration().ifPresent(duration -> {
            if (!store.setDuration(id, allowed(duration))) {
                throw forbidden(job, "its execution duration can be changed only before it runs");
            }
        });
        order.destruction().ifPresent(time -> store.setDestruction(id, allowed(time)));
        order.runId().ifPresent(runId -> store.setRunId(id, runId));
        order.action().ifPresent(action -> act(id, action));
    }

    /**
     * Forgets a job and its result; if it runs, it is stopped.
     *
     * @throws ServiceFault NOT_FOUND when there is none
     */
    public void delete(String id) {
        if (!store.delete(id)) {
            get(id);
        }
        results.remove(id);
    }

    /**
     * Opens the result of a job.
     *
     * @throws ServiceFault NOT_FOUND when there is none (yet)
     */
    public StoredResult result(String id, String name) throws IOException {
        Job job = get(id);
        if (!name.equals(RESULT) || job.phase() != Phase.COMPLETED) {
            throw ServiceFault.notFound("The job is %s and has %s."
                    .formatted(job.phase(), job.results().isEmpty() ? "no result" : "one result, named " + RESULT));
        }
        int attempt = store.resultAttempt(id).orElseThrow(() -> gone());
        return new StoredResult(
                id + "-" + attempt,
                job.results().get(0).mediaType(),
                job.endTime(),
                results.open(id, attempt).orElseThrow(() -> gone()));
    }

    private void act(String id, JobOrder.Action action) {
        switch (action) {
            case RUN -> run(id);
            case ABORT -> abort(id);
            case DELETE -> delete(id);
        }
    }

    private void run(String id) {
        if (!store.queue(id, settings.queue())) {
            Job job = get(id);
            if (Phase.runnable().contains(job.phase())) {
                throw ServiceFault.overloaded(
                        "The queue of jobs is full (%d are waiting); run the job later.".formatted(settings.queue()),
                        WHEN_QUEUE_IS_FULL);
            }
            throw forbidden(job, "PHASE=RUN is for jobs that are PENDING; to repeat a query, create another job");
        }
    }

    private void abort(String id) {
        if (!store.abort(id)) {
            throw forbidden(get(id), "PHASE=ABORT is for jobs that have not ended");
        }
    }

    /** Zero and whatever is longer than allowed become the longest that is allowed (UWS 1.1 §2.1.4). */
    private Duration allowed(Duration duration) {
        return duration.isZero() || duration.compareTo(settings.hardDuration()) > 0
                ? settings.hardDuration()
                : duration;
    }

    private Instant allowed(Instant destruction) {
        Instant latest = Instant.now().plus(settings.hardRetention());
        return destruction.isAfter(latest) ? latest : destruction;
    }

    private static ServiceFault forbidden(Job job, String rule) {
        return ServiceFault.of(FaultCategory.FORBIDDEN, "The job is %s; %s.".formatted(job.phase(), rule));
    }

    private static ServiceFault gone() {
        return ServiceFault.notFound("The result of the job is not in the result store any more; run the query again.");
    }
}
