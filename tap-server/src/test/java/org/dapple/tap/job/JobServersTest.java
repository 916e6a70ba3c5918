package org.dapple.tap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dapple.dbinit.Migrations;
import org.dapple.embedded.tomcat.EmbeddedTomcat;
import org.dapple.tap.RealObservations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.db.Database;
import org.dapple.tap.job.db.JobQueue;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two servers on one database and one folder of results, which stop, are killed and come back. */
class JobServersTest {

    private static final String ENDLESS = "SELECT COUNT(*) AS n FROM ivoa.obscore AS a, ivoa.obscore AS b,"
            + " ivoa.obscore AS c, ivoa.obscore AS d, ivoa.obscore AS e, ivoa.obscore AS f, ivoa.obscore AS g";

    /** Half a second of work: 17 to the fifth power rows. */
    private static final String SHORT = "SELECT COUNT(*) AS n FROM ivoa.obscore AS a, ivoa.obscore AS b,"
            + " ivoa.obscore AS c, ivoa.obscore AS d, ivoa.obscore AS e";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    private final List<EmbeddedTomcat> running = new ArrayList<>();
    private EmbeddedTomcat first;
    private EmbeddedTomcat second;

    @BeforeAll
    static void insert() {
        RealObservations.insertInto(DATABASE);
    }

    @BeforeEach
    void startBoth() throws SQLException {
        execute("DELETE FROM uws.jobs");
        first = start();
        second = start();
    }

    @AfterEach
    void stopBoth() {
        List.copyOf(running).forEach(this::stop);
    }

    @Test
    void bothServersRunJobsAndEachAnswersForAllOfThem() throws SQLException {
        List<String> jobs =
                IntStream.range(0, 20).mapToObj(i -> client(first).run(SHORT)).toList();

        jobs.forEach(job -> client(second).await(job, "COMPLETED"));

        assertThat(jobs)
                .allSatisfy(job -> assertThat(
                                client(second).get(job + "/results/result").body())
                        .isEqualTo("n\r\n1419857\r\n"));
        assertThat(number("SELECT count(DISTINCT worker) FROM uws.jobs")).isEqualTo(2);
        assertThat(number("SELECT max(attempt) FROM uws.jobs")).isEqualTo(1);
    }

    @Test
    void aJobIsAbortedThroughAnyServerWhereverItRuns() throws Exception {
        List<String> jobs =
                IntStream.range(0, 4).mapToObj(i -> client(first).run(ENDLESS)).toList();
        jobs.forEach(job -> client(first).await(job, "EXECUTING"));
        assertThat(number("SELECT count(DISTINCT worker) FROM uws.jobs")).isEqualTo(2);

        jobs.forEach(job -> client(second).post(job + "/phase", "PHASE=ABORT"));

        RunningStatements.awaitNone(DATABASE);
    }

    @Test
    void aClientWaitsAtOneServerForWhatAnotherDoes() {
        String job = client(first).create("QUERY=" + SHORT);
        var waiting = client(second).getLater(job + "?WAIT=25");
        client(first).post(job + "/phase", "PHASE=RUN");

        assertThat(waiting.join().body()).doesNotContain("PENDING");
    }

    @Test
    void aServerThatStopsGivesItsJobsBackAndNoneIsLost() throws SQLException {
        stop(first);
        List<String> endless =
                IntStream.range(0, 2).mapToObj(i -> client(second).run(ENDLESS)).toList();
        List<String> waiting =
                IntStream.range(0, 5).mapToObj(i -> client(second).run(SHORT)).toList();
        endless.forEach(job -> client(second).await(job, "EXECUTING"));

        stop(second);
        assertThat(number("SELECT count(*) FROM uws.jobs WHERE phase = 'QUEUED' AND losses = 0"))
                .isEqualTo(7);

        second = start();
        endless.forEach(job -> client(second).await(job, "EXECUTING"));
        endless.forEach(job -> client(second).post(job + "/phase", "PHASE=ABORT"));
        waiting.forEach(job -> client(second).await(job, "COMPLETED"));
    }

    @Test
    void theJobOfAServerThatIsKilledIsRunByAnother() throws SQLException {
        stop(first);
        stop(second);
        first = start();
        String job = client(first).create("QUERY=" + SHORT, "RESPONSEFORMAT=csv");
        stop(first);
        try (Database service = new Database(TestSettings.of(DATABASE))) {
            execute("UPDATE uws.jobs SET phase = 'QUEUED', queue_time = now()");
            JobQueue killed = new JobQueue(service, "killed", Duration.ofSeconds(2), 5);
            assertThat(killed.claim()).isPresent();
        }

        first = start();
        assertThat(client(first).phase(job)).isEqualTo("EXECUTING");
        client(first).await(job, "COMPLETED");

        assertThat(number("SELECT attempt FROM uws.jobs")).isEqualTo(2);
        assertThat(client(first).get(job + "/results/result").body()).isEqualTo("n\r\n1419857\r\n");
    }

    @Test
    void aJobWhoseConnectionIsLostIsRunAgain() throws Exception {
        String job = client(first).run(ENDLESS);
        RunningStatements.await(DATABASE, 1);

        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");

        Instant end = Instant.now().plusSeconds(30);
        while (number("SELECT attempt FROM uws.jobs") < 2 && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(number("SELECT attempt FROM uws.jobs")).isEqualTo(2);
        assertThat(client(second).phase(job)).isEqualTo("EXECUTING");
        client(second).post(job + "/phase", "PHASE=ABORT");
        RunningStatements.awaitNone(DATABASE);
    }

    private EmbeddedTomcat start() {
        EmbeddedTomcat server = EmbeddedTomcat.start(0, Map.of("", new TapWebapp(TestSettings.of(DATABASE))));
        running.add(server);
        return server;
    }

    private void stop(EmbeddedTomcat server) {
        running.remove(server);
        server.close();
    }

    private static JobClient client(EmbeddedTomcat server) {
        return new JobClient("http://localhost:" + server.port() + "/tap/async");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(String sql) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
