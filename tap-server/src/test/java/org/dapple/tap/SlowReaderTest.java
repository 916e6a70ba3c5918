package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.config.QueryLimits;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service with two connections, one of which slow clients may keep. */
class SlowReaderTest {

    private static final QueryLimits TWO =
            new QueryLimits(1000, 100_000_000, Duration.ofSeconds(60), 2, Duration.ofSeconds(5));

    /** 17 to the sixth power rows: far more than the buffers between the database and a client hold. */
    private static final String LARGE = "SELECT a.obs_publisher_did FROM ivoa.obscore AS a, ivoa.obscore AS b,"
            + " ivoa.obscore AS c, ivoa.obscore AS d, ivoa.obscore AS e, ivoa.obscore AS f";

    private static final Map<String, String> SMALL =
            Map.of("QUERY", "SELECT COUNT(*) AS n FROM ivoa.obscore", "FORMAT", "csv");

    private static final int MUCH = 30_000_000;

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE, TWO)));

    @BeforeAll
    static void insert() {
        RealObservations.insertInto(DATABASE);
    }

    @Test
    void slowReadersGiveWayToOthersButNotAllOfThem() throws IOException {
        try (Socket first = slowReader();
                Socket second = slowReader()) {
            Instant asked = Instant.now();
            HttpResponse<String> small = SERVER.get("/tap/sync", SMALL);

            assertThat(small.statusCode()).isEqualTo(200);
            assertThat(small.body()).isEqualTo("n\r\n17\r\n");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(4));
            assertThat(List.of(goesOn(first), goesOn(second))).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void aSlowReaderWhomNobodyWaitsForIsLeftAlone() throws Exception {
        try (Socket slow = slowReader()) {
            Thread.sleep(2000);
            assertThat(SERVER.get("/tap/sync", SMALL).statusCode()).isEqualTo(200);

            assertThat(goesOn(slow)).isTrue();
        }
    }

    /** It has asked, has seen that an answer begins, and reads no further. */
    private static Socket slowReader() throws IOException {
        URI url = URI.create(SERVER.url("/tap/sync"));
        Socket client = new Socket(url.getHost(), url.getPort());
        String request = "GET %s?FORMAT=csv&MAXREC=100000000&QUERY=%s HTTP/1.1\r\nHost: %s\r\n\r\n"
                .formatted(url.getPath(), URLEncoder.encode(LARGE, StandardCharsets.UTF_8), url.getHost());
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return client;
    }

    /** Whether more comes than lies in buffers between the database and the client. */
    private static boolean goesOn(Socket reader) throws IOException {
        return reader.getInputStream().readNBytes(MUCH).length == MUCH;
    }
}
