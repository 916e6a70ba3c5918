package org.dapple.tap.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.param.Parameters;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.uws.Job;
import org.dapple.tap.config.JobSettings;
import org.dapple.tap.db.Cancellation;
import org.dapple.tap.db.Database;
import org.dapple.tap.job.db.ClaimedJob;
import org.dapple.tap.job.db.JobQueue;
import org.dapple.tap.job.result.JobUploads;
import org.dapple.tap.job.result.ResultDraft;
import org.dapple.tap.job.result.ResultStore;
import org.dapple.tap.query.QueryMode;
import org.dapple.tap.query.QueryService;
import org.dapple.tap.query.TapRequest;
import org.dapple.tap.upload.Parts;

/** Runs one claimed job to an outcome: its result, its error, or back into the queue. */
public final class JobExecution {

    private static final Set<FaultCategory> TRANSIENT =
            EnumSet.of(FaultCategory.OVERLOADED, FaultCategory.INTERNAL, FaultCategory.TIMEOUT);

    private final QueryService queries;
    private final Database database;
    private final JobQueue queue;
    private final ResultStore results;
    private final JobUploads uploads;
    private final JobSettings settings;

    public JobExecution(
            QueryService queries,
            Database database,
            JobQueue queue,
            ResultStore results,
            JobUploads uploads,
            JobSettings settings) {
        this.queries = queries;
        this.database = database;
        this.queue = queue;
        this.results = results;
        this.uploads = uploads;
        this.settings = settings;
    }

    /**
     * Runs a job; the parameters are judged now.
     *
     * @param cancellation requested when the job is not this server's any more, or this server stops
     */
    void run(ClaimedJob job, Cancellation cancellation) {
        try {
            complete(job, cancellation);
        } catch (Exception | StackOverflowError failure) {
            if (cancellation.isRequested()) {
                queue.release(job.execution(), false);
            } else {
                fail(job, ServiceFault.from(failure));
            }
        }
    }

    private void complete(ClaimedJob job, Cancellation cancellation) throws IOException {
        int attempt = job.execution().attempt();
        try (ResultDraft draft = results.draft(job.execution().jobId(), attempt)) {
            AtomicReference<String> mediaType = new AtomicReference<>();
            QueryMode mode = new QueryMode(
                    "async",
                    database.jobRunner(job.duration(), cancellation),
                    settings.defaultRows(),
                    settings.hardRows());
            Parts parts = uploads.of(job.execution().jobId());
            ResultSummary summary = queries.run(TapRequest.of(parameters(job)), parts, mode, format -> {
                mediaType.set(format.mediaType());
                return draft.out();
            });
            summary.fault().ifPresent(fault -> {
                throw fault;
            });
            queue.complete(job.execution(), mediaType.get(), draft.commit());
        }
    }

    /** What the database may answer better later is tried again, a few times. */
    private void fail(ClaimedJob job, ServiceFault fault) {
        boolean again = fault.category() == FaultCategory.OVERLOADED && queue.release(job.execution(), true);
        if (!again) {
            queue.fail(
                    job.execution(),
                    new Job.Failure(
                            TRANSIENT.contains(fault.category()),
                            fault.getMessage().replace('\0', '\uFFFD')));
        }
    }

    private static Parameters parameters(ClaimedJob job) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Job.Parameter parameter : job.parameters()) {
            values.computeIfAbsent(parameter.name(), absent -> new ArrayList<>())
                    .add(parameter.value());
        }
        return Parameters.of(values);
    }
}
