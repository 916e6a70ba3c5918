package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.upload.MultipartForm;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code /metrics} tells Prometheus. */
class MetricsTest {

    /** The text format of Prometheus: comments, and samples of a name, labels and a number. */
    private static final Pattern LINE = Pattern.compile(
            "# (HELP|TYPE) .*|[a-zA-Z_:][a-zA-Z0-9_:]*(\\{([a-z_]+=\"[^\"\\n]*\",?)*})? ([-+0-9.Ee]+|NaN|[+-]Inf)");

    private static final String ROWS = "SELECT TOP 7 table_name FROM tap_schema.tables";

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @Test
    void theTextIsPrometheus() {
        HttpResponse<String> metrics = SERVER.get("/metrics");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain;version=0.0.4");
        assertThat(metrics.body().lines().filter(line -> !LINE.matcher(line).matches()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT TOP 3 table_name FROM tap_schema.tables ORDER BY 1 | 100 | dapple_queries_seconds_count{mode=\"sync\",outcome=\"ok\"} | 1",
                "SELECT table_name FROM tap_schema.tables | 2 | dapple_queries_seconds_count{mode=\"sync\",outcome=\"overflow\"} | 1",
                "SELECT nothing FROM tap_schema.tables | 2 | dapple_queries_seconds_count{mode=\"sync\",outcome=\"usage\"} | 1",
                "SELECT TOP 4 table_name FROM tap_schema.tables | 9 | dapple_result_rows_total{mode=\"sync\"} | 4",
                "SELECT TOP 4 table_name FROM tap_schema.tables | 9 | dapple_query_first_row_seconds_count{mode=\"sync\"} | 1"
            })
    void queriesAreCounted(String query, String maxRec, String figure, int more) {
        double before = value(figure).orElse(0.0);

        SERVER.post("/tap/sync", Map.of("QUERY", query, "MAXREC", maxRec));

        awaitValue(figure, before + more);
    }

    @Test
    void bytesAreThoseOfTheResult() {
        String figure = "dapple_result_bytes_total{mode=\"sync\"}";
        SERVER.post("/tap/sync", Map.of("QUERY", ROWS));
        double before = value(figure).orElse(0.0);

        String answer =
                SERVER.post("/tap/sync", Map.of("QUERY", ROWS, "FORMAT", "csv")).body();

        awaitValue(figure, before + answer.length());
    }

    @Test
    void uploadsAreCountedByTablesAndUncompressedBytes() {
        String tables = "dapple_upload_tables_total{mode=\"sync\"}";
        String bytes = "dapple_upload_bytes_total{mode=\"sync\"}";
        double tablesBefore = value(tables).orElse(0.0);
        double bytesBefore = value(bytes).orElse(0.0);
        String one = "a,b\n1,2\n";
        String other = "c\n3\n";

        HttpResponse<String> answer = new MultipartForm()
                .parameter("QUERY", "SELECT a FROM TAP_UPLOAD.one")
                .parameter("UPLOAD", "one,param:one;other,param:other")
                .file("one", one.getBytes(StandardCharsets.UTF_8))
                .file("other", other.getBytes(StandardCharsets.UTF_8))
                .postTo(SERVER.url("/tap/sync"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        awaitValue(tables, tablesBefore + 2);
        awaitValue(bytes, bytesBefore + one.length() + other.length());
    }

    @Test
    void jobsAreCountedByPhase() {
        SERVER.post("/tap/async", Map.of("QUERY", ROWS));
        SERVER.post("/tap/async", Map.of("QUERY", ROWS, "PHASE", "RUN"));

        awaitValue("dapple_jobs{phase=\"COMPLETED\"}", 1);
        assertThat(value("dapple_jobs{phase=\"PENDING\"}")).contains(1.0);
        assertThat(value("dapple_jobs{phase=\"ERROR\"}")).contains(0.0);
        assertThat(value("dapple_queries_seconds_count{mode=\"async\",outcome=\"ok\"}"))
                .contains(1.0);
    }

    @Test
    void poolsAndTheJvmTellWhatTheyUse() {
        assertThat(value("hikaricp_connections_active{pool=\"dapple-tap-queries\"}"))
                .isPresent();
        assertThat(value("hikaricp_connections_pending{pool=\"dapple-tap-queries\"}"))
                .contains(0.0);
        assertThat(value("jvm_threads_live_threads").orElseThrow()).isPositive();
    }

    /** A query is counted when its last byte has gone, which its client may know before. */
    private static void awaitValue(String figure, double expected) {
        Instant limit = Instant.now().plusSeconds(30);
        while (!value(figure).equals(Optional.of(expected)) && Instant.now().isBefore(limit)) {
            Thread.onSpinWait();
        }
        assertThat(value(figure)).as(figure).contains(expected);
    }

    private static Optional<Double> value(String figure) {
        return SERVER.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(figure + " "))
                .map(line -> Double.valueOf(line.substring(figure.length() + 1)))
                .findFirst();
    }
}
