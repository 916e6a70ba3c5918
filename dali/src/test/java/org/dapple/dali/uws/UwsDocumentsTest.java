package org.dapple.dali.uws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dapple.dali.kit.Golden;
import org.dapple.dali.kit.IvoaSchemas;
import org.junit.jupiter.api.Test;

class UwsDocumentsTest {

    private static final String URL = "https://example.org/tap/async";
    private static final Instant CREATED = Instant.parse("2026-11-22T01:02:03.4Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aCompletedJobTellsEverything() throws Exception {
        completed().write(URL + "/j1", out);
        matchesAndIsValid("job_completed.xml");
    }

    @Test
    void aNewJobKnowsLittle() throws Exception {
        job(Phase.PENDING, List.of(), List.of(), null).write(URL + "/j1", out);
        matchesAndIsValid("job_pending.xml");
    }

    @Test
    void aFailedJobSaysWhy() throws Exception {
        Job.Failure failure = new Job.Failure(true, "The database is <away> & will be back.");
        job(Phase.ERROR, List.of(), List.of(), failure).write(URL + "/j1", out);
        matchesAndIsValid("job_error.xml");
    }

    @Test
    void parametersAreADocumentOfTheirOwn() throws Exception {
        completed().writeParameters(out);
        matchesAndIsValid("parameters.xml");
    }

    @Test
    void resultsAreADocumentOfTheirOwn() throws Exception {
        completed().writeResults(URL + "/j1", out);
        matchesAndIsValid("results.xml");
    }

    @Test
    void jobsAreListed() throws Exception {
        new JobList(List.of(
                        new JobList.Entry("j2", Phase.EXECUTING, "mine & yours", "somebody", CREATED),
                        new JobList.Entry("j1", Phase.PENDING, null, null, CREATED)))
                .write(URL, out);
        matchesAndIsValid("jobs.xml");
    }

    @Test
    void noJobsAreAListToo() throws Exception {
        new JobList(List.of()).write(URL, out);
        assertThat(problems()).isEmpty();
    }

    private static Job completed() {
        return job(
                Phase.COMPLETED,
                List.of(
                        new Job.Parameter("QUERY", "SELECT *\nFROM t WHERE a < 1 & \u0000"),
                        new Job.Parameter("LANG", "ADQL")),
                List.of(new Job.Result("result", "application/x-votable+xml", 12_345_678_901L)),
                null);
    }

    private static Job job(Phase phase, List<Job.Parameter> parameters, List<Job.Result> results, Job.Failure failure) {
        Instant end = phase == Phase.PENDING ? null : CREATED.plusSeconds(60);
        return new Job(
                "j1",
                phase == Phase.PENDING ? null : "run 1",
                null,
                phase,
                end,
                CREATED,
                phase == Phase.PENDING ? null : CREATED.plusMillis(1),
                end,
                Duration.ofHours(1),
                CREATED.plusSeconds(86_400),
                parameters,
                results,
                failure);
    }

    private void matchesAndIsValid(String golden) throws Exception {
        Golden.matches("uws/" + golden, out.toString(StandardCharsets.UTF_8));
        assertThat(problems()).isEmpty();
    }

    private List<String> problems() throws Exception {
        return IvoaSchemas.problems(out.toString(StandardCharsets.UTF_8), "http://www.ivoa.net/xml/UWS/v1.0");
    }
}
