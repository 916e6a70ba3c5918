package org.dapple.tap.job;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dapple.tap.db.Cancellation;
import org.dapple.tap.job.db.ClaimedJob;
import org.dapple.tap.job.db.ClaimedJob.Execution;
import org.dapple.tap.job.db.JobQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs that this server runs, each on a thread of a fixed number. */
public final class JobWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);

    /** How long jobs may take to notice that they are stopped. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final JobQueue queue;
    private final JobExecution execution;
    private final int workers;
    private final ExecutorService threads;
    private final Map<Execution, Cancellation> running = new ConcurrentHashMap<>();

    public JobWorkers(JobQueue queue, JobExecution execution, int workers) {
        this.queue = queue;
        this.execution = execution;
        this.workers = workers;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                workers, task -> new Thread(task, "dapple-job-" + number.incrementAndGet()));
    }

    /** Takes jobs as long as there are some and a thread is free. */
    void fill() {
        while (running.size() < workers) {
            Optional<ClaimedJob> job = queue.claim();
            if (job.isEmpty()) {
                return;
            }
            start(job.get());
        }
    }

    /** Keeps what this server runs its own, and stops what is not its own any more. */
    void renew() {
        if (!running.isEmpty()) {
            Set<Execution> started = Set.copyOf(running.keySet());
            Set<Execution> own = queue.renew(started);
            started.stream().filter(one -> !own.contains(one)).forEach(this::stop);
        }
    }

    /** Whether this server runs one of these jobs. */
    boolean runsOneOf(Set<String> jobIds) {
        return running.keySet().stream().map(Execution::jobId).anyMatch(jobIds::contains);
    }

    private void start(ClaimedJob job) {
        Cancellation cancellation = new Cancellation();
        running.put(job.execution(), cancellation);
        threads.execute(() -> {
            try {
                execution.run(job, cancellation);
            } catch (RuntimeException e) {
                LOG.warn("no outcome of {} could be stored; it is run again when its lease ends", job.execution(), e);
            } finally {
                running.remove(job.execution());
            }
        });
    }

    private void stop(Execution lost) {
        Cancellation cancellation = running.get(lost);
        if (cancellation != null) {
            cancellation.cancel();
        }
    }

    /** Stops all jobs and gives them back to the queue, for this server after its restart or for another one. */
    @Override
    public void close() {
        threads.shutdown();
        running.values().forEach(Cancellation::cancel);
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("some jobs did not stop in time; they will be run again when their leases end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
