package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dapple.adql.check.AdqlChecker;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.adql.sql.PgSphereTranslator;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.config.QueryLimits;
import org.dapple.tap.db.Database;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a table of a size at which plans and streams matter, with five connections. */
class SurveyTest {

    private static final QueryLimits LIMITS =
            new QueryLimits(100_000, 100_000, Duration.ofSeconds(60), 5, Duration.ofMillis(500));

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE, LIMITS)));

    @BeforeAll
    static void insert() {
        Demonstration.insertInto(DATABASE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 = CONTAINS(POINT(s_ra, s_dec), CIRCLE(10, 10, 1)) | s_point",
                "CONTAINS(POINT('ICRS', s_ra, s_dec), CIRCLE('ICRS', 10, 10, 1)) = 1 | s_point",
                "DISTANCE(POINT(s_ra, s_dec), POINT(10, 10)) < 1 | s_point",
                "DISTANCE(s_ra, s_dec, 10, 10) <= 1 | s_point",
                "1 = CONTAINS(POINT(s_ra, s_dec), POLYGON(10, 10, 12, 10, 12, 12)) | s_point",
                "1 = CONTAINS(POINT(10, 10), s_region) | s_region_polygon",
                "1 = INTERSECTS(CIRCLE(10, 10, 1), s_region) | s_region_polygon",
            })
    void aSearchOnTheSkyUsesItsIndex(String condition, String column) throws SQLException {
        String plan = plan("SELECT obs_id FROM ivoa.obscore WHERE " + condition);

        assertThat(plan).containsPattern("Index (Scan|Cond)").contains(column).doesNotContain("Seq Scan on obscore");
    }

    @Test
    void everyRowWithEveryColumnComes() {
        HttpResponse<String> answer = SERVER.get("/tap/sync", Map.of("QUERY", "SELECT * FROM ivoa.obscore"));

        assertThat(answer.body().split("<TR>", -1)).hasSize(Demonstration.SIZE + 1);
        assertThat(answer.body()).doesNotContain("OVERFLOW", "ERROR").endsWith("</VOTABLE>\n");
    }

    @Test
    void twentyClientsOnFiveConnectionsAreAllAnsweredOrToldToComeBack() {
        List<CompletableFuture<HttpResponse<String>>> asked = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> SERVER.get(
                        "/tap/sync", Map.of("QUERY", "SELECT * FROM ivoa.obscore ORDER BY s_ra", "FORMAT", "csv"))))
                .toList();
        List<HttpResponse<String>> answers =
                asked.stream().map(CompletableFuture::join).toList();

        assertThat(answers).allSatisfy(SurveyTest::isWholeOrRefused);
        assertThat(answers).anySatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(SERVER.get("/health/ready").statusCode()).isEqualTo(200);
    }

    private static void isWholeOrRefused(HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            assertThat(answer.body().lines()).hasSizeGreaterThan(Demonstration.SIZE);
        } else {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static String plan(String adql) throws SQLException {
        try (Database service = new Database(TestSettings.of(DATABASE));
                Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            AdqlChecker checker =
                    new AdqlChecker(service.catalogReader().current().catalog());
            String sql = PgSphereTranslator.translate(checker.check(AdqlParser.parse(adql)))
                    .text();
            StringBuilder plan = new StringBuilder();
            try (ResultSet line = statement.executeQuery("EXPLAIN " + sql)) {
                while (line.next()) {
                    plan.append(line.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
