package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.config.QueryLimits;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
}
