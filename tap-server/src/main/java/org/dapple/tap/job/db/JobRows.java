package org.dapple.tap.job.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.dapple.dali.uws.Job;
import org.dapple.dali.uws.JobList;
import org.dapple.dali.uws.Phase;

/** From rows to jobs. */
final class JobRows {

    private JobRows() {}

    static Job job(ResultSet row) throws SQLException {
        Phase phase = Phase.valueOf(row.getString("phase"));
        Duration duration = Duration.ofSeconds(row.getInt("execution_duration"));
        Instant start = instant(row, "start_time");
        Instant end = instant(row, "end_time");
        return new Job(
                row.getString("job_id"),
                row.getString("run_id"),
                row.getString("owner_id"),
                phase,
                quote(phase, start, end, duration),
                instant(row, "creation_time"),
                start,
                end,
                duration,
                instant(row, "destruction"),
                parameters(row),
                results(row),
                failure(row));
    }

    static JobList.Entry entry(ResultSet row) throws SQLException {
        return new JobList.Entry(
                row.getString("job_id"),
                Phase.valueOf(row.getString("phase")),
                row.getString("run_id"),
                row.getString("owner_id"),
                instant(row, "creation_time"));
    }

    static List<Job.Parameter> parameters(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("names").getArray();
        String[] values = (String[]) row.getArray("parameter_values").getArray();
        return IntStream.range(0, names.length)
                .mapToObj(i -> new Job.Parameter(names[i], values[i]))
                .toList();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static List<Job.Result> results(ResultSet row) throws SQLException {
        String id = row.getString("result_id");
        return id == null ? List.of() : List.of(new Job.Result(id, row.getString("media_type"), row.getLong("size")));
    }

    private static Job.Failure failure(ResultSet row) throws SQLException {
        String message = row.getString("error_message");
        return message == null ? null : new Job.Failure(row.getBoolean("error_transient"), message);
    }

    /** When it ended, or when it will have ended at the latest; of a job that does not run nobody knows. */
    private static Instant quote(Phase phase, Instant start, Instant end, Duration duration) {
        return phase == Phase.EXECUTING ? start.plus(duration) : end;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
