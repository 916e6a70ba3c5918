package org.dapple.tap.job.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dapple.dali.uws.Job;
import org.dapple.dali.uws.Phase;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.db.Database;
import org.dapple.tap.job.db.ClaimedJob.Execution;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers that share a queue; one that is killed is one that claims and is not heard of any more. */
class JobQueueTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int MAX_LOSSES = 3;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    private static Database service;

    private JobStore store;

    @BeforeAll
    static void connect() {
        service = new Database(TestSettings.of(DATABASE));
    }

    @AfterAll
    static void disconnect() {
        service.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        store = new JobStore(service);
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM uws.jobs");
        }
    }

    @Test
    void jobsAreTakenInTheOrderInWhichTheyWereQueued() {
        queued("first");
        queued("second");
        JobQueue server = server("a", LONG);

        assertThat(server.claim().map(ClaimedJob::execution)).contains(new Execution("first", 1));
        assertThat(server.claim().map(ClaimedJob::execution)).contains(new Execution("second", 1));
        assertThat(server.claim()).isEmpty();
    }

    @Test
    void aClaimedJobComesWithWhatItIsAbout() {
        store.create(
                "j",
                null,
                Duration.ofSeconds(7),
                Instant.now().plus(LONG),
                List.of(new Job.Parameter("QUERY", "a"), new Job.Parameter("LANG", "")));
        store.queue("j", 10);

        assertThat(server("a", LONG).claim())
                .contains(new ClaimedJob(
                        new Execution("j", 1),
                        Duration.ofSeconds(7),
                        List.of(new Job.Parameter("QUERY", "a"), new Job.Parameter("LANG", ""))));
    }

    @Test
    void eightServersTakeEachOfAHundredJobsOnce() {
        IntStream.range(0, 100).forEach(i -> queued("j" + i));

        List<CompletableFuture<List<String>>> servers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> claimAll(server("server" + i, LONG))))
                .toList();
        List<String> taken =
                servers.stream().flatMap(server -> server.join().stream()).toList();

        assertThat(taken).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void theJobOfAKilledServerIsTakenOverAndTheKilledOneCannotEndItAnyMore() {
        queued("j");
        JobQueue killed = server("killed", Duration.ZERO);
        Execution lost = killed.claim().orElseThrow().execution();
        JobQueue other = server("other", LONG);

        Execution taken = other.claim().orElseThrow().execution();

        assertThat(taken).isEqualTo(new Execution("j", 2));
        assertThat(killed.renew(Set.of(lost))).isEmpty();
        assertThat(killed.complete(lost, "text/csv", 1)).isFalse();
        assertThat(killed.fail(lost, new Job.Failure(false, "late"))).isFalse();
        assertThat(killed.release(lost, false)).isFalse();
        assertThat(other.complete(taken, "text/csv", 2)).isTrue();
        assertThat(store.find("j").orElseThrow().results()).containsExactly(new Job.Result("result", "text/csv", 2));
        assertThat(store.resultAttempt("j")).hasValue(2);
    }

    @Test
    void aJobIsNotTakenOverWhileItsServerRenewsTheLease() {
        queued("j");
        JobQueue server = server("a", LONG);
        Execution own = server.claim().orElseThrow().execution();

        assertThat(server.renew(Set.of(own))).containsExactly(own);
        assertThat(server("b", LONG).claim()).isEmpty();
    }

    @Test
    void aJobWhoseOutcomeWasLostIsRunAgainAlthoughItsServerRunsOthers() {
        queued("lost");
        queued("running");
        JobQueue server = server("a", Duration.ofMillis(300));
        assertThat(server.claim()).isPresent();
        Execution running = server.claim().orElseThrow().execution();

        JobQueue patient = server("a", LONG);
        assertThat(patient.renew(Set.of(running))).containsExactly(running);
        Instant end = Instant.now().plusSeconds(20);
        Optional<ClaimedJob> taken = patient.claim();
        while (taken.isEmpty() && Instant.now().isBefore(end)) {
            taken = patient.claim();
        }

        assertThat(taken.map(ClaimedJob::execution)).contains(new Execution("lost", 2));
        assertThat(patient.claim()).isEmpty();
    }

    @Test
    void aJobWhoseServersAreKilledTooOftenFailsAndSaysWhy() {
        queued("j");
        for (int i = 0; i < MAX_LOSSES; i++) {
            assertThat(server("killed" + i, Duration.ZERO).claim()).isPresent();
        }
        JobQueue server = server("a", LONG);
        assertThat(server.claim()).isEmpty();

        server.failLost();

        Job job = store.find("j").orElseThrow();
        assertThat(job.phase()).isEqualTo(Phase.ERROR);
        assertThat(job.error().message()).contains("run 3 times", "the server that ran it stopped");
        assertThat(job.error().isTransient()).isTrue();
    }

    @Test
    void aJobThatIsGivenBackIsTakenAgain() {
        queued("j");
        JobQueue server = server("a", LONG);
        for (int i = 0; i < 2 * MAX_LOSSES; i++) {
            assertThat(server.release(server.claim().orElseThrow().execution(), false))
                    .isTrue();
        }
        assertThat(store.find("j").orElseThrow().phase()).isEqualTo(Phase.QUEUED);
    }

    @Test
    void failuresOfTheDatabaseCountAgainstAJob() {
        queued("j");
        JobQueue server = server("a", LONG);

        List<Boolean> released = IntStream.range(0, MAX_LOSSES)
                .mapToObj(i -> server.release(server.claim().orElseThrow().execution(), true))
                .toList();

        assertThat(released).containsExactly(true, true, false);
        assertThat(store.find("j").orElseThrow().phase()).isEqualTo(Phase.EXECUTING);
    }

    @Test
    void anAbortedJobIsNotItsServersAnyMore() {
        queued("j");
        JobQueue server = server("a", LONG);
        Execution own = server.claim().orElseThrow().execution();

        assertThat(store.abort("j")).isTrue();

        assertThat(server.renew(Set.of(own))).isEmpty();
        assertThat(server.complete(own, "text/csv", 1)).isFalse();
        assertThat(store.find("j").orElseThrow().phase()).isEqualTo(Phase.ABORTED);
    }

    @Test
    void theQueueTakesNoMoreThanItHasRoomFor() {
        pending("a");
        pending("b");

        assertThat(store.queue("a", 1)).isTrue();
        assertThat(store.queue("b", 1)).isFalse();
        assertThat(store.queue("b", 2)).isTrue();
    }

    @Test
    void jobsAreDestroyedWhenTheirTimeHasCome() {
        pending("young");
        pending("old");
        store.setDestruction("old", Instant.now().minusSeconds(1));

        assertThat(server("a", LONG).destroyExpired()).containsExactly("old");
        assertThat(server("a", LONG).vanished(Set.of("young", "old"))).containsExactly("old");
    }

    private static List<String> claimAll(JobQueue server) {
        List<String> taken = new ArrayList<>();
        for (Optional<ClaimedJob> job = server.claim(); job.isPresent(); job = server.claim()) {
            taken.add(job.get().execution().jobId());
        }
        return taken;
    }

    private static JobQueue server(String worker, Duration lease) {
        return new JobQueue(service, worker, lease, MAX_LOSSES);
    }

    private void queued(String id) {
        pending(id);
        assertThat(store.queue(id, 1000)).isTrue();
    }

    private void pending(String id) {
        store.create(id, null, LONG, Instant.now().plus(LONG), List.of());
    }
}
