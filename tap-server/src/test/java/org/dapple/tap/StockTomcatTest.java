package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.config.QueryLimits;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A site's own Tomcat, which tells the service nothing of its clients: two connections, one of which slow ones may keep. */
class StockTomcatTest {

    private static final QueryLimits TWO =
            new QueryLimits(1000, 100_000_000, Duration.ofSeconds(60), 2, Duration.ofSeconds(5));

    /** 17 to the sixth power rows: far more than the buffers between the database and a client hold. */
    private static final String LARGE = "SELECT a.obs_publisher_did FROM ivoa.obscore AS a, ivoa.obscore AS b,"
            + " ivoa.obscore AS c, ivoa.obscore AS d, ivoa.obscore AS e, ivoa.obscore AS f";

    private static final int MUCH = 30_000_000;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    private StockTomcat tomcat;

    @BeforeAll
    static void insert() {
        RealObservations.insertInto(DATABASE);
    }

    @BeforeEach
    void start(@TempDir Path folder) throws LifecycleException {
        tomcat = new StockTomcat(folder, new TapWebapp(TestSettings.of(DATABASE, TWO)));
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.close();
    }

    @Test
    void slowReadersGiveWayToOthersButNotAllOfThem() throws Exception {
        try (Socket first = slowReader("csv");
                Socket second = slowReader("csv")) {
            requireSmallQueryIsAnswered();

            assertThat(List.of(goesOn(first), goesOn(second))).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void oneWhoseAnswerIsBrokenOffIsToldWhyWhereItsFormatHasAPlaceForIt() throws Exception {
        try (Socket first = slowReader("votable");
                Socket second = slowReader("votable")) {
            requireSmallQueryIsAnswered();

            assertThat(List.of(beginning(first), beginning(second)))
                    .filteredOn(answer -> answer.endsWith("</VOTABLE>\n\r\n0\r\n\r\n"))
                    .singleElement()
                    .asString()
                    .contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">The answer was broken off");
        }
    }

    private void requireSmallQueryIsAnswered() throws Exception {
        Instant asked = Instant.now();
        HttpResponse<String> small = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url("csv", "SELECT COUNT(*) AS n FROM ivoa.obscore"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(small.body()).isEqualTo("n\r\n17\r\n");
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    /** It has asked, has seen that an answer begins, and reads no further. */
    private Socket slowReader(String format) throws IOException {
        URI url = url(format, LARGE);
        Socket client = new Socket(url.getHost(), url.getPort());
        String request =
                "GET %s?%s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(url.getRawPath(), url.getRawQuery(), url.getHost());
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return client;
    }

    private URI url(String format, String query) {
        return URI.create("http://localhost:%d/tap/sync?MAXREC=100000000&FORMAT=%s&QUERY=%s"
                .formatted(tomcat.port(), format, URLEncoder.encode(query, StandardCharsets.UTF_8)));
    }

    /** Whether more comes than lies in buffers between the database and the client. */
    private static boolean goesOn(Socket reader) throws IOException {
        return reader.getInputStream().readNBytes(MUCH).length == MUCH;
    }

    /** As much, or all until the answer ends; the connection is kept for a next request then. */
    private static String beginning(Socket reader) throws IOException {
        reader.setSoTimeout(3000);
        StringBuilder read = new StringBuilder();
        byte[] buffer = new byte[1 << 16];
        try {
            for (int n = 0;
                    n >= 0 && read.length() < MUCH;
                    n = reader.getInputStream().read(buffer)) {
                read.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException nothingMore) {
            return read.toString();
        }
        return read.toString();
    }
}
