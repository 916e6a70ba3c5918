package org.dapple.tap.job.db;

import static org.dapple.tap.job.db.JobRows.time;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dapple.dali.uws.Job;
import org.dapple.dali.uws.JobList;
import org.dapple.dali.uws.Phase;
import org.dapple.tap.db.Database;

/** The jobs as their clients create, read and change them; times are the database's. */
public final class JobStore {

    private static final String INSERT = """
            INSERT INTO uws.jobs (job_id, phase, run_id, creation_time, execution_duration, destruction, attempt, losses)
            VALUES (?, 'PENDING', ?, now(), ?, ?, 0, 0)
            """;

    private static final String INSERT_PARAMETERS = """
            INSERT INTO uws.parameters (job_id, place, name, value)
            SELECT ?, coalesce((SELECT max(place) FROM uws.parameters WHERE job_id = ?), 0) + place, name, value
            FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS given (name, value, place)
            """;

    private static final String FIND = """
            SELECT j.*, r.result_id, r.media_type, r.size, r.attempt AS result_attempt,
                   array(SELECT name FROM uws.parameters AS p WHERE p.job_id = j.job_id ORDER BY place) AS names,
                   array(SELECT value FROM uws.parameters AS p WHERE p.job_id = j.job_id ORDER BY place) AS parameter_values
            FROM uws.jobs AS j LEFT JOIN uws.results AS r ON r.job_id = j.job_id
            WHERE j.job_id = ? AND j.destruction > now()
            """;

    private static final String LIST = """
            SELECT job_id, phase, run_id, owner_id, creation_time FROM uws.jobs
            WHERE destruction > now() AND phase = ANY (?) AND creation_time > ?
            ORDER BY creation_time DESC, job_id LIMIT ?
            """;

    private static final String COUNT = "SELECT phase, count(*) AS jobs FROM uws.jobs GROUP BY phase";

    private static final String QUEUE = """
            UPDATE uws.jobs SET phase = 'QUEUED', queue_time = now()
            WHERE job_id = ? AND phase = ANY (?) AND (SELECT count(*) FROM uws.jobs WHERE phase = 'QUEUED') < ?
            """;

    private static final String ABORT = """
            UPDATE uws.jobs SET phase = 'ABORTED', end_time = now(), lease_end = NULL WHERE job_id = ? AND phase = ANY (?)
            """;

    private final JobConnections connections;

    public JobStore(Database database) {
        this.connections = new JobConnections(database);
    }

    /** How many jobs there are in each phase that has some. */
    public Map<Phase, Long> countByPhase() {
        Map<Phase, Long> counts = new EnumMap<>(Phase.class);
        connections
                .rows(COUNT, row -> Map.entry(Phase.valueOf(row.getString("phase")), row.getLong("jobs")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /**
     * Creates a job in phase PENDING.
     *
     * @param runId what the client calls it, or null
     */
    public void create(
            String id, String runId, Duration duration, Instant destruction, List<Job.Parameter> parameters) {
        connections.transaction(connection -> {
            JobConnections.change(connection, INSERT, id, runId, (int) duration.toSeconds(), time(destruction));
            return insert(connection, id, parameters);
        });
    }

    /** A job as it is now; empty when there is none, or it should be destroyed by now. */
    public Optional<Job> find(String id) {
        return connections.rows(FIND, JobRows::job, id).stream().findFirst();
    }

    /** The execution that made the result of a job; empty when it has none. */
    public OptionalInt resultAttempt(String id) {
        String sql = "SELECT attempt FROM uws.results WHERE job_id = ?";
        return connections.rows(sql, row -> row.getInt("attempt"), id).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** The jobs in one of some phases that were created after an instant, the latest first, not more than a number. */
    public JobList list(Set<Phase> phases, Instant after, int last) {
        return new JobList(connections.rows(LIST, JobRows::entry, names(phases), time(after), last));
    }

    /** Replaces the parameters of the names that are given; false when the job is not pending any more. */
    public boolean setParameters(String id, List<Job.Parameter> parameters) {
        List<String> replaced = parameters.stream()
                .map(parameter -> parameter.name().toLowerCase(Locale.ROOT))
                .toList();
        return connections.transaction(connection -> {
            String lock = "UPDATE uws.jobs SET phase = phase WHERE job_id = ? AND phase = 'PENDING'";
            if (JobConnections.change(connection, lock, id) == 0) {
                return false;
            }
            String delete = "DELETE FROM uws.parameters WHERE job_id = ? AND lower(name) = ANY (?)";
            JobConnections.change(connection, delete, id, replaced);
            insert(connection, id, parameters);
            return true;
        });
    }

    /** Sets what the client calls the job. */
    public boolean setRunId(String id, String runId) {
        return connections.change("UPDATE uws.jobs SET run_id = ? WHERE job_id = ?", runId, id) > 0;
    }

    /** Sets when the job is destroyed; false when there is none. */
    public boolean setDestruction(String id, Instant destruction) {
        String sql = "UPDATE uws.jobs SET destruction = ? WHERE job_id = ?";
        return connections.change(sql, time(destruction), id) > 0;
    }

    /** Sets how long the job may run; false when it is running or has ended. */
    public boolean setDuration(String id, Duration duration) {
        String sql =
                "UPDATE uws.jobs SET execution_duration = ? WHERE job_id = ? AND phase IN ('PENDING', 'HELD', 'QUEUED')";
        return connections.change(sql, (int) duration.toSeconds(), id) > 0;
    }

    /** Puts a job into the queue, unless that many jobs are there already; false when it stays as it is. */
    public boolean queue(String id, int room) {
        return connections.change(QUEUE, id, names(Phase.runnable()), room) > 0;
    }

    /** Ends a job that has not ended; false when it stays as it is. */
    public boolean abort(String id) {
        return connections.change(ABORT, id, names(Phase.ABORTED.reachedFrom())) > 0;
    }

    /** Forgets a job; false when there is none. */
    public boolean delete(String id) {
        return connections.change("DELETE FROM uws.jobs WHERE job_id = ?", id) > 0;
    }

    private static int insert(Connection connection, String id, List<Job.Parameter> parameters) throws SQLException {
        List<String> names = parameters.stream().map(Job.Parameter::name).toList();
        List<String> values = parameters.stream().map(Job.Parameter::value).toList();
        return JobConnections.change(connection, INSERT_PARAMETERS, id, id, names, values);
    }

    private static List<String> names(Collection<Phase> phases) {
        return phases.stream().map(Phase::name).toList();
    }
}
