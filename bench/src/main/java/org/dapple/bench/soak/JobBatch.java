package org.dapple.bench.soak;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Jobs of different queries, whose results are known from synchronous answers. */
final class JobBatch {

    private static final String QUERY = "SELECT TOP %d * FROM ivoa.obscore ORDER BY obs_publisher_did";

    /** Some seconds of work on 24,000 rows, for as many jobs as a server runs at a time: meanwhile the others queue. */
    static final String LONG =
            "SELECT COUNT(*) AS n FROM ivoa.obscore AS a, (SELECT TOP %d s_dec FROM ivoa.obscore) AS b"
                    + " WHERE a.s_dec + b.s_dec > -1000";

    private static final int LONG_JOBS = 4;
    private static final int LONG_FACTOR = 1000;
    private static final int FEWEST_ROWS = 2000;
    private static final int MORE_ROWS = 100;

    private final Arena arena;
    private final List<byte[]> expected = new ArrayList<>();
    private final Map<String, Integer> jobs = new LinkedHashMap<>();

    /** Asks for what the jobs shall give. */
    JobBatch(Arena arena, TapClient client, int size) throws IOException {
        this.arena = arena;
        for (int i = 0; i < size; i++) {
            HttpResponse<byte[]> answer = client.sync(query(i));
            Arena.require(answer.statusCode() == 200, "a synchronous query is answered");
            Arena.require(lines(answer.body()) == rows(i) + 1, "it has all its rows");
            expected.add(answer.body());
        }
    }

    /** Runs each query as a job. */
    void submit(TapClient client) throws IOException {
        jobs.clear();
        for (int i = 0; i < expected.size(); i++) {
            jobs.put(client.run(query(i)), i);
        }
    }

    /** Waits until all have ended, and compares each result, byte by byte; returns how many ended in ERROR. */
    int verify(TapClient client) throws IOException, SQLException, InterruptedException {
        Arena.await("all jobs to end", () -> count("phase IN ('QUEUED', 'EXECUTING')") == 0);
        Arena.require(count("true") == jobs.size(), "no job is lost");
        Arena.require(
                count("phase = 'COMPLETED' OR phase = 'ERROR' AND error_message <> ''") == jobs.size(),
                "each job is COMPLETED, or ERROR with a reason");
        int errors = 0;
        for (Map.Entry<String, Integer> job : jobs.entrySet()) {
            HttpResponse<byte[]> result = client.get("/tap/async/" + job.getKey() + "/results/result");
            if (result.statusCode() == 200) {
                Arena.require(Arrays.equals(result.body(), expected.get(job.getValue())), "the result is whole");
            } else {
                errors++;
            }
        }
        Arena.require(count("phase = 'ERROR'") == errors, "each job has a result or an error");
        return errors;
    }

    long count(String condition) throws SQLException {
        return arena.number("SELECT count(*) FROM uws.jobs WHERE " + condition);
    }

    private static String query(int i) {
        return i < LONG_JOBS ? LONG.formatted(LONG_FACTOR + i) : QUERY.formatted(rows(i));
    }

    private static int rows(int i) {
        return i < LONG_JOBS ? 1 : FEWEST_ROWS + MORE_ROWS * i;
    }

    private static long lines(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8).lines().count();
    }
}
