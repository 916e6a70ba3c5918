package org.dapple.tap.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryRunnerTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    private static final int CONNECTIONS = 2;
    private static final String ENDLESS = "SELECT count(*)::int FROM generate_series(1, 1000000000) AS a";

    private static Database service;
    private static QueryRunner runner;

    @BeforeAll
    static void open() {
        QueryLimits limits = new QueryLimits(100, 1000, Duration.ofSeconds(1), CONNECTIONS, Duration.ofMillis(500));
        service = new Database(TestSettings.of(DATABASE, limits));
        runner = service.queryRunner();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void cellsLieInTheTupleAsPostgresSendsThem() throws IOException {
        String select = "SELECT 7::int AS a, NULL::int AS b, 'é'::text AS c, -1.5::float8 AS d";
        List<Field> fields = List.of(
                field("a", WireType.INT),
                field("b", WireType.INT),
                field("c", WireType.TEXT),
                field("d", WireType.DOUBLE));
        try (RowStream rows = runner.run(select, fields, 10)) {
            assertThat(rows.next()).isTrue();
            ByteBuffer tuple = ByteBuffer.wrap(rows.bytes());
            assertThat(tuple.getInt(rows.offset(0))).isEqualTo(7);
            assertThat(rows.length(1)).isEqualTo(-1);
            assertThat(new String(rows.bytes(), rows.offset(2), rows.length(2), StandardCharsets.UTF_8))
                    .isEqualTo("é");
            assertThat(tuple.getDouble(rows.offset(3))).isEqualTo(-1.5);
            assertThat(rows.next()).isFalse();
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void aBackslashIsALetterWhateverTheDatabaseSays() throws Exception {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            statement.execute("DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET standard_conforming_strings = off',"
                    + " current_database()); END$$");
        }
        try (Database told = new Database(TestSettings.of(DATABASE));
                RowStream rows = told.queryRunner().run("SELECT 'a\\'::text", List.of(field("a", WireType.TEXT)), 1)) {
            assertThat(rows.next()).isTrue();
            assertThat(new String(rows.bytes(), rows.offset(0), rows.length(0), StandardCharsets.UTF_8))
                    .isEqualTo("a\\");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 3", "100, 5"})
    void rowsComeInTheirOrderUpToTheLimit(int limit, int rows) throws IOException {
        assertThat(ints("SELECT n::int FROM generate_series(1, 5) AS n ORDER BY n DESC", limit))
                .isEqualTo(IntStream.range(0, rows).mapToObj(i -> 5 - i).toList());
    }

    @Test
    void aTupleOfManyMegabytesComesWhole() throws IOException {
        try (RowStream rows = runner.run("SELECT repeat('x', 5000000)", List.of(field("a", WireType.TEXT)), 1)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.length(0)).isEqualTo(5_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*)::int FROM uws.jobs",
                "SELECT s_ra::int FROM ivoa.obscore_pending",
                "SELECT length(pg_read_file('/etc/hostname'))",
                "SELECT count(*)::int FROM pg_authid"
            })
    void whatIsNotPublishedCannotBeRead(String select) {
        ServiceFault refused = catchThrowableOfType(ServiceFault.class, () -> ints(select, 1));

        assertThat(refused.category()).isEqualTo(FaultCategory.INTERNAL);
        assertThat(refused).hasMessageNotContainingAny("permission", "uws", "pg_");
    }

    @Test
    void nothingCanBeWritten() throws SQLException {
        try (Connection admin = DATABASE.connect();
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE TABLE public.scratch (a int)");
            statement.execute("GRANT ALL ON public.scratch TO public");
        }
        assertThatThrownBy(
                        () -> ints("WITH w AS (INSERT INTO public.scratch VALUES (1) RETURNING a) SELECT a FROM w", 1))
                .isInstanceOf(ServiceFault.class);
        assertThatThrownBy(() -> ints("SELECT nextval('rucio.dids_id_seq')::int", 1))
                .isInstanceOf(ServiceFault.class);
    }

    @Test
    void aSessionThatTookTablesLeavesItsConnectionRestricted() throws IOException {
        QueryLimits one = new QueryLimits(100, 1000, Duration.ofSeconds(7), 1, Duration.ofMillis(500));
        String state = "SELECT current_user || ' ' || current_setting('transaction_read_only')"
                + " || ' ' || current_setting('statement_timeout')";
        try (Database told = new Database(TestSettings.of(DATABASE, one))) {
            try (UploadSession ended = told.queryRunner().beginUpload()) {
                assertThat(ended.tables()).isEmpty();
            }
            try (RowStream rows = told.queryRunner().run(state, List.of(field("a", WireType.TEXT)), 1)) {
                assertThat(rows.next()).isTrue();
                assertThat(new String(rows.bytes(), rows.offset(0), rows.length(0), StandardCharsets.UTF_8))
                        .isEqualTo("dapple_adql on 7s");
            }
        }
    }

    @Test
    void aDivisionByZeroIsTheQuerysFaultInItsOwnWords() {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> ints("SELECT 1 / 0", 1));

        assertThat(fault.category()).isEqualTo(FaultCategory.USAGE);
        assertThat(fault).hasMessageContaining("division by zero");
    }

    @Test
    void aQueryBeyondTheTimeLimitIsStoppedAndToldTheLimit() {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> ints(ENDLESS, 1));

        assertThat(fault.category()).isEqualTo(FaultCategory.TIMEOUT);
        assertThat(fault).hasMessageContaining("(1 s)").hasMessageContaining("TOP");
    }

    @Test
    void aStreamThatIsClosedEarlyEndsItsStatementAndLeavesTheConnectionUsable() throws Exception {
        String many = "SELECT generate_series(1, 100000000)::int AS n";
        for (int i = 0; i < 5 * CONNECTIONS; i++) {
            try (RowStream rows = runner.run(many, List.of(field("n", WireType.INT)), Long.MAX_VALUE)) {
                assertThat(rows.next()).isTrue();
            }
            assertThat(ints("SELECT 42", 1)).containsExactly(42);
        }
        assertThat(running("generate_series(1, 100000000)")).isZero();
    }

    @Test
    void aQueryThatFindsNoFreeConnectionIsToldToComeBack() throws IOException {
        List<RowStream> open = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                open.add(runner.run("SELECT 1", List.of(field("n", WireType.INT)), 1));
            }
            ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> ints("SELECT 1", 1));

            assertThat(fault.category()).isEqualTo(FaultCategory.OVERLOADED);
            assertThat(fault.retryAfter()).isPresent();
            assertThat(service.problem())
                    .as("the service's own connections are free")
                    .isEmpty();
        } finally {
            for (RowStream rows : open) {
                rows.close();
            }
        }
    }

    private static List<Integer> ints(String select, long limit) throws IOException {
        List<Integer> values = new ArrayList<>();
        try (RowStream rows = runner.run(select, List.of(field("n", WireType.INT)), limit)) {
            while (rows.next()) {
                values.add(ByteBuffer.wrap(rows.bytes()).getInt(rows.offset(0)));
            }
        }
        return values;
    }

    private static Field field(String name, WireType type) {
        return new Field(name, type, "int", null, null, null, null, null, null);
    }

    private static int running(String words) throws SQLException {
        try (Connection admin = DATABASE.connect();
                Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE state = 'active'"
                        + " AND pid <> pg_backend_pid() AND query LIKE '%" + words + "%'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
