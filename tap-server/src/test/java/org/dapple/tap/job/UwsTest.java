package org.dapple.tap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.CaseFile;
import org.dapple.tap.RealObservations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of jobs, request by request (UWS 1.1 §2). */
class UwsTest {

    private static final String M83 = "SELECT target_name FROM ivoa.obscore WHERE target_name = 'M83'";

    /** 17 to the seventh power rows: longer than anybody waits. */
    private static final String ENDLESS = "SELECT COUNT(*) AS n FROM ivoa.obscore AS a, ivoa.obscore AS b,"
            + " ivoa.obscore AS c, ivoa.obscore AS d, ivoa.obscore AS e, ivoa.obscore AS f, ivoa.obscore AS g";

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    private JobClient client;

    @BeforeAll
    static void insert() {
        RealObservations.insertInto(DATABASE);
    }

    @BeforeEach
    void connect() {
        client = new JobClient(SERVER.url("/tap/async"));
    }

    static Stream<CaseFile.Case> lives() {
        return CaseFile.read("job_lives.txt");
    }

    /**
     * {@code src/test/resources/job_lives.txt}: how the job is created; then in each line a request to it, the status and
     * words of the answer, and the phase it is in afterwards.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("lives")
    void aJobLivesAsTheStandardSays(CaseFile.Case life) {
        String job = client.create(life.sent().lines().toArray(String[]::new));
        for (String line : life.expected().lines().toList()) {
            List<String> step =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            String[] request = step.get(0).split(" ", 3);
            String form = request.length > 2 ? request[2] : null;
            String path = job + (request[1].equals("/") ? "" : request[1]);

            HttpResponse<String> answer = client.send(request[0], path, form);

            assertThat(answer.statusCode()).as(line + "\n" + answer.body()).isEqualTo(Integer.parseInt(step.get(1)));
            assertThat(answer.body()).as(line).contains(step.get(2));
            if (!step.get(3).isEmpty()) {
                client.await(job, step.get(3));
            }
        }
    }

    @Test
    void creatingAnswersWithThePlaceOfTheJob() {
        HttpResponse<String> answer = client.post("", "QUERY=" + M83);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).startsWith(SERVER.url("/tap/async/")));
    }

    @Test
    void aJobIsCreatedAndRunByOneMultipartRequest() {
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        String body = part.formatted("QUERY", M83) + part.formatted("PHASE", "RUN")
                + part.formatted("RESPONSEFORMAT", "csv") + "--b--\r\n";
        HttpResponse<String> answer = client.send("POST", "", body, "Content-Type", "multipart/form-data; boundary=b");
        String job = answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/async", "");

        client.await(job, "COMPLETED");
        assertThat(client.get(job + "/results/result").body()).isEqualTo("target_name\r\nM83\r\n");
    }

    @Test
    void aResultIsServedAsTheFormatThatWasAskedForWholeAndInPart() {
        String job = client.run(M83);
        client.await(job, "COMPLETED");
        String result = job + "/results/result";
        HttpResponse<String> whole = client.get(result);
        String tag = whole.headers().firstValue("ETag").orElseThrow();

        assertThat(whole.headers().firstValue("Content-Type")).contains("text/csv");
        assertThat(whole.headers().firstValue("Content-Length")).contains("18");
        assertThat(client.get(result, "Range", "bytes=0-5").body()).isEqualTo("target");
        HttpResponse<String> part = client.get(result, "Range", "bytes=-5");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("M83\r\n");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 13-17/18");
        assertThat(client.get(result, "Range", "bytes=18-").statusCode()).isEqualTo(416);
        assertThat(client.get(result, "Range", "bytes=0-5", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get(result, "If-None-Match", tag).statusCode()).isEqualTo(304);
        String written = whole.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(client.get(result, "If-Modified-Since", written).statusCode())
                .isEqualTo(304);
        for (String stale : List.of("Sat, 01 Jan 2000 00:00:00 GMT", "yesterday")) {
            assertThat(client.get(result, "If-Modified-Since", stale).body()).isEqualTo(whole.body());
        }
        assertThat(client.get(result, "If-None-Match", "\"other\"", "If-Modified-Since", written)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> head = client.send("HEAD", result, null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains("18");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void anEmptyResultIsAResultToo() {
        String job = client.run("SELECT target_name FROM ivoa.obscore WHERE target_name = 'nobody'");
        client.await(job, "COMPLETED");

        assertThat(client.get(job + "/results/result").body()).isEqualTo("target_name\r\n");
    }

    @Test
    void theErrorOfAFailedJobIsADocument() {
        String job = client.run("SELECT target_nam FROM ivoa.obscore");
        client.await(job, "ERROR");

        HttpResponse<String> error = client.get(job + "/error");

        assertThat(error.statusCode()).isEqualTo(200);
        assertThat(error.headers().firstValue("Content-Type")).contains("application/x-votable+xml");
        assertThat(error.body()).contains("name=\"QUERY_STATUS\" value=\"ERROR\"", "target_name");
        assertThat(client.get(job).body()).contains("<uws:errorSummary type=\"fatal\" hasDetail=\"true\">");
        assertThat(client.get(job + "/results/result").statusCode()).isEqualTo(404);
    }

    @Test
    void anAbortedStatementDoesNotRunOn() throws Exception {
        String job = client.run(ENDLESS);
        client.await(job, "EXECUTING");
        assertThat(client.post(job + "/phase", "PHASE=ABORT").statusCode()).isEqualTo(303);
        assertThat(client.phase(job)).isEqualTo("ABORTED");
        RunningStatements.awaitNone(DATABASE);
    }

    @Test
    void theStatementOfADeletedJobDoesNotRunOn() throws Exception {
        String job = client.run(ENDLESS);
        client.await(job, "EXECUTING");
        assertThat(client.send("DELETE", job, null).statusCode()).isEqualTo(303);
        assertThat(client.get(job).statusCode()).isEqualTo(404);
        RunningStatements.awaitNone(DATABASE);
    }

    @Test
    void aJobThatRunsLongerThanItMayFailsAndSaysSo() {
        String job = client.create("QUERY=" + ENDLESS, "EXECUTIONDURATION=1", "PHASE=RUN");
        client.await(job, "ERROR");

        assertThat(client.get(job + "/error").body()).contains("executionduration", "1 s");
        assertThat(client.get(job).body()).contains("type=\"transient\"");
    }

    @Test
    void durationAndDestructionAreCutToWhatIsAllowed() {
        String job = client.create("EXECUTIONDURATION=0", "DESTRUCTION=2999-01-01T00:00:00Z");

        assertThat(client.get(job + "/executionduration").body()).isEqualTo("600");
        assertThat(Instant.parse(client.get(job + "/destruction").body()))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(25)));
    }

    @Test
    void aJobAndItsResultVanishAtTheirDestructionTime() throws Exception {
        String job = client.run(M83);
        client.await(job, "COMPLETED");
        var folder = TestSettings.JOBS.resultFolder().resolve(job.substring(1));
        assertThat(folder).isNotEmptyDirectory();

        client.post(job + "/destruction", "DESTRUCTION=2020-01-01T00:00:00Z");

        assertThat(client.get(job).statusCode()).isEqualTo(404);
        Instant end = Instant.now().plusSeconds(20);
        while (folder.toFile().exists() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void waitingEndsWhenThePhaseChanges() {
        String job = client.create("QUERY=" + M83);
        Instant start = Instant.now();
        var waiting = CompletableFuture.supplyAsync(() -> client.get(job + "?WAIT=20"));
        waitABit();
        client.post(job + "/phase", "PHASE=RUN");

        assertThat(waiting.join().body()).doesNotContain("PENDING");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void waitingEndsWhenTheTimeIsUp() {
        String job = client.create("QUERY=" + M83);
        Instant start = Instant.now();

        assertThat(client.get(job + "?WAIT=1").body()).contains("PENDING");
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?WAIT=20&PHASE=QUEUED", "?WAIT=0", "?PHASE=PENDING", "?WAIT=20&PHASE=executing"})
    void nobodyWaitsForWhatHasHappened(String query) {
        String job = client.create("QUERY=" + M83);
        Instant start = Instant.now();

        assertThat(client.get(job + query).body()).contains("PENDING");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void waitingForADeletedJobEndsWithNotFound() {
        String job = client.create("QUERY=" + M83);
        var waiting = CompletableFuture.supplyAsync(() -> client.get(job + "?WAIT=-1"));
        waitABit();
        client.send("DELETE", job, null);

        HttpResponse<String> answer = waiting.join();
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("QUERY_STATUS");
    }

    @Test
    void threeHundredClientsWaitWithoutThreads() {
        String job = client.create("QUERY=" + M83);
        JobClient crowd = client;
        var waiting = IntStream.range(0, 300)
                .mapToObj(i -> crowd.getLater(job + "?WAIT=25"))
                .toList();
        waitABit();
        assertThat(client.phase(job)).isEqualTo("PENDING");

        client.post(job + "/phase", "PHASE=RUN");

        assertThat(waiting)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    @Test
    void theListIsFilteredByPhaseTimeAndNumber() {
        String first = client.create("RUNID=filter", "QUERY=" + M83);
        Instant between = Instant.parse(
                client.get(first).body().replaceAll("(?s).*<uws:creationTime>(.*?)</uws:creationTime>.*", "$1"));
        String second = client.create("QUERY=" + M83);
        client.post(second + "/phase", "PHASE=ABORT");

        assertThat(ids(client.get("?LAST=2").body())).containsExactly(second, first);
        assertThat(ids(client.get("?LAST=0").body())).isEmpty();
        assertThat(ids(client.get("?PHASE=ABORTED&LAST=1").body())).containsExactly(second);
        assertThat(ids(client.get("?PHASE=ABORTED&PHASE=PENDING&LAST=2").body()))
                .containsExactly(second, first);
        assertThat(ids(client.get("?AFTER=" + between.plusMillis(1)).body()))
                .contains(second)
                .doesNotContain(first);
        assertThat(ids(client.get("?PHASE=ARCHIVED").body())).isEmpty();
        assertThat(client.get("?LAST=2").body()).contains("<uws:runId>filter</uws:runId>");
    }

    @Test
    void aPersonWithABrowserSeesPages() {
        String job = client.create("QUERY=SELECT '<script>' AS x FROM ivoa.obscore");
        String[] browser = {"Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"};

        assertThat(client.get("", browser).body())
                .contains("<h1>Jobs</h1>", "href=\"" + SERVER.url("/tap/async" + job));
        assertThat(client.get(job, browser).body()).contains("PENDING", "Run</button>", "&lt;script>");
    }

    static Stream<CaseFile.Case> wrong() {
        return CaseFile.read("bad_jobs.txt");
    }

    /** {@code src/test/resources/bad_jobs.txt}: wrong requests, to a new job where they name {@code /job}. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void aWrongRequestIsToldWhatIsWrong(CaseFile.Case wrong) {
        String[] request = wrong.sent().split(" ", 3);
        String path = request[1].equals("/") ? "" : request[1];
        if (path.startsWith("/job")) {
            path = client.create("QUERY=" + M83) + path.substring("/job".length());
        }
        List<String> expected = wrong.expected().lines().toList();

        HttpResponse<String> answer = client.send(request[0], path, request.length > 2 ? request[2] : null);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(expected.get(0)));
        assertThat(answer.body().replace("&gt;", ">").replace("&lt;", "<"))
                .contains("name=\"QUERY_STATUS\" value=\"ERROR\"")
                .contains(expected.subList(1, expected.size()))
                .doesNotContain("Exception", "org.", "java", "SQL");
    }

    private static List<String> ids(String list) {
        return Pattern.compile("<uws:jobref id=\"([^\"]+)\"")
                .matcher(list)
                .results()
                .map(match -> "/" + match.group(1))
                .toList();
    }

    private static void waitABit() {
        LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
    }
}
