package org.dapple.tap.job.db;

import java.time.Duration;
import java.util.List;
import org.dapple.dali.uws.Job;

/**
 * A job that a worker has taken.
 *
 * @param execution which execution of which job
 * @param duration how long it may run
 * @param parameters as the client gave them
 */
public record ClaimedJob(Execution execution, Duration duration, List<Job.Parameter> parameters) {

    /**
     * One execution of a job.
     *
     * @param attempt its number, from 1
     */
    public record Execution(String jobId, int attempt) {}
}
