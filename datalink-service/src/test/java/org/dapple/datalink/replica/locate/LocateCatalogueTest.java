package org.dapple.datalink.replica.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.dapple.datalink.config.LocateSettings;
import org.dapple.datalink.replica.CatalogueException;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.replica.Did;
import org.dapple.datalink.replica.Findings;
import org.dapple.datalink.replica.Holding;
import org.dapple.datalink.replica.Replica;
import org.dapple.datalink.replica.ReplicaCatalogue;
import org.dapple.datalink.replica.ReplicaCatalogueContract;
import org.dapple.datalink.replica.SodaEndpoint;
import org.dapple.datalink.replica.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocateCatalogueTest implements ReplicaCatalogueContract {

    private static final String TWO_COPIES = """
            [{"identifier": "FAR", "replicas": ["davs://far.example.org/two"], "associated_storage_area_id": "1",
              "colocated_services": [
                {"type": "soda_sync", "prefix": "https", "host": "far.example.org", "port": 443, "path": "/soda/sync"},
                {"type": "SODA (async)", "prefix": "https", "host": "far.example.org", "path": "soda/async",
                 "other_attributes": {"resourceIdentifier": {"value": "ivo://far.example.org/soda"}}},
                {"type": "jupyterhub", "host": "far.example.org"}]},
             {"identifier": "TAPE", "replicas": ["https://tape.example.org/two", 7]}]
            """;

    /** As older releases answer. */
    private static final String OLDER = "{\"FAR\": {\"replicas\": [\"davs://far.example.org/older\"]}}";

    private final Wire wire = new Wire(Duration.ofSeconds(2), 1 << 20);
    private HttpServer server;
    private LocateCatalogue catalogue;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/data/locate/c/", LocateCatalogueTest::answer);
        server.start();
        URI url = URI.create(
                "http://localhost:%d/api/v1".formatted(server.getAddress().getPort()));
        catalogue = new LocateCatalogue(new LocateSettings(url, Optional.empty(), Duration.ofSeconds(2)), wire);
    }

    @AfterEach
    void stop() {
        catalogue.close();
        wire.close();
        server.stop(0);
    }

    @Override
    public ReplicaCatalogue catalogue() {
        return catalogue;
    }

    @Test
    void theOrderOfTheAnswerIsThePriority() throws CatalogueException {
        Holding.File file = (Holding.File)
                catalogue.find(Set.of(TWO), Deadline.in(IN_TIME)).of(TWO).orElseThrow();

        assertThat(file.replicas()).extracting(Replica::priority).containsExactly(1, 2);
        assertThat(file.replicas().get(0).rse().services())
                .containsExactly(
                        new SodaEndpoint(false, "https://far.example.org:443/soda/sync", Optional.empty()),
                        new SodaEndpoint(
                                true, "https://far.example.org/soda/async", Optional.of("ivo://far.example.org/soda")));
    }

    @Test
    void readsOlderAnswers() throws CatalogueException {
        Did older = new Did("c", "older");

        assertThat(((Holding.File) catalogue
                                .find(Set.of(older), Deadline.in(IN_TIME))
                                .of(older)
                                .orElseThrow())
                        .replicas())
                .extracting(Replica::pfn)
                .containsExactly("davs://far.example.org/older");
    }

    @Test
    void aFailureIsAnOutage() {
        assertThatThrownBy(() -> catalogue.find(Set.of(new Did("c", "broken")), Deadline.in(IN_TIME)))
                .isInstanceOf(CatalogueException.class)
                .hasMessage("the data management API does not answer as it should")
                .hasRootCauseMessage("status 500");
    }

    @Test
    void whatIsFoundInTimeIsNotLostWithWhatIsNot() throws CatalogueException {
        Did silent = new Did("c", "silent");
        Did broken = new Did("c", "broken");
        Instant before = Instant.now();

        Findings findings = catalogue.find(Set.of(TWO, silent, broken, NONE), Deadline.in(Duration.ofMillis(500)));

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofMillis(1500));
        assertThat(findings.holdings()).containsOnlyKeys(TWO, NONE);
        assertThat(findings.outage().orElseThrow()).startsWith("the data management API does not answer");
    }

    @Test
    void nothingInTimeIsAFailureThatIsNotTriedAgain() {
        assertThatThrownBy(() -> catalogue.find(Set.of(new Did("c", "silent")), Deadline.in(Duration.ofMillis(300))))
                .isInstanceOf(CatalogueException.class)
                .hasMessage("the data management API does not answer in time")
                .hasCauseInstanceOf(HttpTimeoutException.class);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/silent")) {
            return;
        }
        try (exchange) {
            switch (exchange.getRequestURI().getPath().replace("/api/v1/data/locate/c/", "")) {
                case "two copies/a&b.fits" -> send(exchange, 200, TWO_COPIES);
                case "older" -> send(exchange, 200, OLDER);
                case "none" -> exchange.sendResponseHeaders(204, -1);
                case "broken" -> send(exchange, 500, "{}");
                default -> send(exchange, 404, "{}");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
