package org.dapple.tap.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.table.WireType;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.config.QueryLimits;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WaitingQueriesTest {

    private static final List<Field> FIELDS =
            List.of(new Field("n", WireType.INT, "int", null, null, null, null, null, null));

    private static final int ROOM = 10;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Test
    void aQueryForWhichThereIsNoRoomToWaitIsToldAtOnceToComeBack() throws IOException {
        QueryLimits patient = new QueryLimits(1, 1, Duration.ofSeconds(60), 1, Duration.ofSeconds(40));
        ExecutorService clients = Executors.newCachedThreadPool();
        try (Database service = new Database(TestSettings.of(DATABASE, patient))) {
            QueryRunner runner = service.queryRunner();
            List<CompletableFuture<Boolean>> waiting;
            try (RowStream busy = runner.run("SELECT generate_series(1, 1000000000)::int", FIELDS, 1_000_000_000)) {
                assertThat(busy.next()).isTrue();
                waiting = IntStream.range(0, ROOM)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> hasRow(runner), clients))
                        .toList();
                assertThat(refusal(runner).getMessage()).contains("busy", "10 queries are waiting");
            }
            assertThat(waiting).allSatisfy(query -> assertThat(query.join()).isTrue());
        } finally {
            clients.shutdown();
        }
    }

    @Test
    void aQueryThatHasWaitedInVainIsToldThatTheServiceIsFullAndNotThatTheDatabaseIsAway() throws IOException {
        QueryLimits impatient = new QueryLimits(1, 1, Duration.ofSeconds(60), 2, Duration.ofMillis(500));
        try (Database service = new Database(TestSettings.of(DATABASE, impatient))) {
            QueryRunner runner = service.queryRunner();
            try (RowStream busy = runner.run("SELECT generate_series(1, 1000000000)::int", FIELDS, 1_000_000_000);
                    RowStream other = runner.run("SELECT generate_series(1, 1000000000)::int", FIELDS, 1_000_000_000)) {
                assertThat(busy.next()).isTrue();
                assertThat(other.next()).isTrue();
                ServiceFault refused = catchThrowableOfType(ServiceFault.class, () -> hasRow(runner));
                assertThat(refused)
                        .hasMessage("All connections to the database are in use (2); please try again later.");
                assertThat(refused.category()).isEqualTo(FaultCategory.OVERLOADED);
                assertThat(refused.retryAfter()).isPresent();
            }
            assertThat(hasRow(runner)).isTrue();
        }
    }

    /** Of one more query than there is room for, as soon as all the others wait. */
    private static ServiceFault refusal(QueryRunner runner) {
        Instant asked = Instant.now();
        ServiceFault refused = catchThrowableOfType(ServiceFault.class, () -> {
            Thread.sleep(2000);
            hasRow(runner);
        });
        assertThat(refused.category()).isEqualTo(FaultCategory.OVERLOADED);
        assertThat(refused.retryAfter()).isPresent();
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
        return refused;
    }

    private static boolean hasRow(QueryRunner runner) {
        try (RowStream rows = runner.run("SELECT 1", FIELDS, 1)) {
            return rows.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
