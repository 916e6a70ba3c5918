package org.dapple.tap.job.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dapple.dali.uws.Job;
import org.dapple.tap.db.Database;
import org.dapple.tap.job.db.ClaimedJob.Execution;

/**
 * The jobs as a server takes and ends them. A server owns an execution as long as it renews its lease; whatever it does
 * with it is refused when another server has taken the job over, or a client has ended it.
 */
public final class JobQueue {

    private static final String CLAIM = """
            WITH next AS (
              SELECT job_id, phase FROM uws.jobs
              WHERE phase = 'QUEUED' OR (phase = 'EXECUTING' AND lease_end < now() AND losses + 1 < ?)
              ORDER BY queue_time LIMIT 1 FOR UPDATE SKIP LOCKED)
            UPDATE uws.jobs AS j
            SET phase = 'EXECUTING', worker = ?, lease_end = now() + ? * interval '1 ms', start_time = now(),
                attempt = attempt + 1, losses = losses + (next.phase = 'EXECUTING')::int
            FROM next WHERE j.job_id = next.job_id
            RETURNING j.job_id, j.attempt, j.execution_duration,
              array(SELECT name FROM uws.parameters AS p WHERE p.job_id = j.job_id ORDER BY place) AS names,
              array(SELECT value FROM uws.parameters AS p WHERE p.job_id = j.job_id ORDER BY place) AS parameter_values
            """;

    private static final String RENEW = """
            UPDATE uws.jobs AS j SET lease_end = now() + ? * interval '1 ms'
            FROM unnest(?::text[], ?::int[]) AS running (job_id, attempt)
            WHERE j.job_id = running.job_id AND j.attempt = running.attempt AND worker = ? AND phase = 'EXECUTING'
            RETURNING j.job_id, j.attempt
            """;

    private static final String COMPLETE = """
            WITH done AS (
              UPDATE uws.jobs SET phase = 'COMPLETED', end_time = now(), lease_end = NULL
              WHERE job_id = ? AND attempt = ? AND worker = ? AND phase = 'EXECUTING' RETURNING job_id, attempt)
            INSERT INTO uws.results (job_id, result_id, attempt, media_type, size)
            SELECT job_id, 'result', attempt, ?, ? FROM done
            """;

    private static final String FAIL = """
            UPDATE uws.jobs
            SET phase = 'ERROR', end_time = now(), lease_end = NULL, error_transient = ?, error_message = ?
            WHERE job_id = ? AND attempt = ? AND worker = ? AND phase = 'EXECUTING'
            """;

    private static final String RELEASE = """
            UPDATE uws.jobs SET phase = 'QUEUED', lease_end = NULL, start_time = NULL, losses = losses + ?
            WHERE job_id = ? AND attempt = ? AND worker = ? AND phase = 'EXECUTING' AND losses + ? < ?
            """;

    private static final String FAIL_LOST = """
            UPDATE uws.jobs
            SET phase = 'ERROR', end_time = now(), lease_end = NULL, losses = losses + 1, error_transient = true,
                error_message = format('The job was run %s times, and each time the server that ran it stopped before it'
                  ' had ended. It may succeed later; if it does not, tell the operator the id of the job.', losses + 1)
            WHERE phase = 'EXECUTING' AND lease_end < now() AND losses + 1 >= ?
            """;

    private final JobConnections connections;
    private final String worker;
    private final Duration lease;
    private final int maxLosses;

    /**
     * The queue for one server.
     *
     * @param worker a name that no other server has, nor this one before its last restart
     * @param takeover by when another server has taken over the executions of one that is silent
     * @param maxLosses how many executions of a job may end without an outcome
     */
    public JobQueue(Database database, String worker, Duration takeover, int maxLosses) {
        this.connections = new JobConnections(database);
        this.worker = worker;
        // The rest of the time is for the others to look.
        this.lease = takeover.multipliedBy(3).dividedBy(4);
        this.maxLosses = maxLosses;
    }

    /** Takes the job that has waited longest, or one whose server has been silent for too long; empty when there is none. */
    public Optional<ClaimedJob> claim() {
        return connections.rows(CLAIM, JobQueue::claimed, maxLosses, worker, lease.toMillis()).stream()
                .findFirst();
    }

    /**
     * Renews the leases of executions, as far as they are this server's, and tells which ones these are. One that is not
     * named is left alone, though it may be in this server's name: a claim or an outcome may be lost with the connection,
     * and then the lease has to end for the job to be run again.
     */
    public Set<Execution> renew(Set<Execution> running) {
        List<Execution> named = List.copyOf(running);
        List<String> ids = named.stream().map(Execution::jobId).toList();
        List<Integer> attempts = named.stream().map(Execution::attempt).toList();
        return connections.rows(RENEW, JobQueue::execution, lease.toMillis(), ids, attempts, worker).stream()
                .collect(Collectors.toSet());
    }

    /** Ends an execution with its result; false when it is not this server's any more. */
    public boolean complete(Execution execution, String mediaType, long size) {
        return connections.change(COMPLETE, execution.jobId(), execution.attempt(), worker, mediaType, size) > 0;
    }

    /** Ends an execution without a result; false when it is not this server's any more. */
    public boolean fail(Execution execution, Job.Failure failure) {
        return connections.change(
                        FAIL, failure.isTransient(), failure.message(), execution.jobId(), execution.attempt(), worker)
                > 0;
    }

    /**
     * Gives an execution back without an outcome, for any server to take the job.
     *
     * @param isLoss whether that counts against the job
     * @return false when it counted for the last time it may: the execution is still this server's
     */
    public boolean release(Execution execution, boolean isLoss) {
        int loss = isLoss ? 1 : 0;
        return connections.change(RELEASE, loss, execution.jobId(), execution.attempt(), worker, loss, maxLosses) > 0;
    }

    /** Ends jobs whose servers have stopped too often. */
    public void failLost() {
        connections.change(FAIL_LOST, maxLosses);
    }

    /** Forgets the jobs whose time has come, and tells which ones. */
    public List<String> destroyExpired() {
        String sql = "DELETE FROM uws.jobs WHERE destruction <= now() RETURNING job_id";
        return connections.rows(sql, row -> row.getString("job_id"));
    }

    /** Those of some job ids that no job has. */
    public Set<String> vanished(Set<String> ids) {
        String sql = "SELECT id FROM unnest(?::text[]) AS given (id)"
                + " WHERE NOT EXISTS (SELECT FROM uws.jobs WHERE job_id = id)";
        return Set.copyOf(connections.rows(sql, row -> row.getString("id"), List.copyOf(ids)));
    }

    private static ClaimedJob claimed(ResultSet row) throws SQLException {
        return new ClaimedJob(
                execution(row), Duration.ofSeconds(row.getInt("execution_duration")), JobRows.parameters(row));
    }

    private static Execution execution(ResultSet row) throws SQLException {
        return new Execution(row.getString("job_id"), row.getInt("attempt"));
    }
}
