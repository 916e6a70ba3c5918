package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepartedClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** 17 to the seventh power: more rows than anybody waits for. */
    private static final String ENDLESS =
            "SELECT a.obs_id FROM ivoa.obscore AS a, ivoa.obscore AS b, ivoa.obscore AS c,"
                    + " ivoa.obscore AS d, ivoa.obscore AS e, ivoa.obscore AS f, ivoa.obscore AS g";

    /** Its only row comes when nobody waits any more. */
    private static final String FRUITLESS = ENDLESS.replace("a.obs_id", "COUNT(*) AS n");

    /** 17 to the sixth power: some seconds of work until the only row. */
    private static final String SECONDS_LONG = "SELECT COUNT(*) AS n FROM ivoa.obscore AS a, ivoa.obscore AS b,"
            + " ivoa.obscore AS c, ivoa.obscore AS d, ivoa.obscore AS e, ivoa.obscore AS f";

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @BeforeAll
    static void insert() {
        RealObservations.insertInto(DATABASE);
    }

    @Test
    void theStatementOfAClientThatGoesAwayIsCancelled() throws Exception {
        URI url = URI.create(SERVER.url("/tap/sync"));
        try (Socket client = new Socket(url.getHost(), url.getPort())) {
            String request = "GET %s?MAXREC=20000000&QUERY=%s HTTP/1.1\r\nHost: %s\r\n\r\n"
                    .formatted(url.getPath(), URLEncoder.encode(ENDLESS, StandardCharsets.UTF_8), url.getHost());
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = client.getInputStream();
            assertThat(new String(answer.readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
            assertThat(running()).isEqualTo(1);
        }

        Instant end = Instant.now().plus(PATIENCE);
        while (running() > 0 && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(running()).isZero();
        assertThat(SERVER.get("/tap/sync", Map.of("QUERY", "SELECT COUNT(*) AS n FROM ivoa.obscore", "FORMAT", "csv"))
                        .body())
                .contains("17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET %2$s?%3$s HTTP/1.1\r\nHost: %1$s\r\n\r\n",
                "POST %2$s HTTP/1.1\r\nHost: %1$s\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %4$d\r\n\r\n%3$s"
            })
    void soIsThatOfOneThatLeavesBeforeTheFirstRow(String form) throws Exception {
        URI url = URI.create(SERVER.url("/tap/sync"));
        String query = "QUERY=" + URLEncoder.encode(FRUITLESS, StandardCharsets.UTF_8);
        try (Socket client = new Socket(url.getHost(), url.getPort())) {
            String request = form.formatted(url.getHost(), url.getPath(), query, query.length());
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            await(1, PATIENCE);
        }

        await(0, Duration.ofSeconds(2));
    }

    @Test
    void anImpatientClientThatSendsItsNextRequestAtOnceIsAnsweredTwice() throws Exception {
        URI url = URI.create(SERVER.url("/tap/sync"));
        String query = "QUERY=" + URLEncoder.encode(SECONDS_LONG, StandardCharsets.UTF_8);
        String request = "GET %s?FORMAT=csv&%s HTTP/1.1\r\nHost: %s\r\n".formatted(url.getPath(), query, url.getHost());
        try (Socket client = new Socket(url.getHost(), url.getPort())) {
            client.getOutputStream()
                    .write((request + "\r\n" + request + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .containsPattern("(?s)HTTP/1.1 200.*24137569.*HTTP/1.1 200.*24137569");
        }
    }

    private static void await(int number, Duration patience) throws Exception {
        Instant end = Instant.now().plus(patience);
        while (running() != number && Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        assertThat(running()).isEqualTo(number);
    }

    private static int running() throws SQLException {
        try (Connection admin = DATABASE.connect();
                Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND state = 'active' AND query LIKE 'COPY%'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
