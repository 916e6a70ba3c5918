package org.dapple.tap.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.config.UploadLimits;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables from the web, here from a server of this test, which a site would have to allow. */
class FetchTest {

    private static final UploadLimits OPEN = new UploadLimits(1 << 20, 1000, 10, 3, true);

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE, OPEN)));

    private static HttpServer web;

    @BeforeAll
    static void start() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/table", exchange -> answer(exchange, "id\n7\n"));
        web.createContext("/file.gz", exchange -> answer(exchange, gzip("id\n7\n")));
        web.createContext("/coded", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, gzip("id\n7\n"));
        });
        web.createContext("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, gzip("id\n" + "1\n".repeat(1 << 20)));
        });
        web.createContext("/moved", exchange -> redirect(exchange, "/table"));
        web.createContext("/loop", exchange -> redirect(exchange, "/loop"));
        web.createContext(
                "/further",
                exchange -> redirect(exchange, exchange.getRequestURI().getPath() + "r"));
        web.createContext("/toftp", exchange -> redirect(exchange, "ftp://example.org/table"));
        web.createContext("/tofile", exchange -> redirect(exchange, "file:///etc/passwd"));
        web.createContext("/broken", FetchTest::breakOff);
        web.createContext("/endless", FetchTest::pourOut);
        web.start();
    }

    @AfterAll
    static void stop() {
        web.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"/table", "/moved", "/file.gz", "/coded"})
    void aTableIsFetched(String path) {
        assertThat(upload(path).body()).isEqualToNormalizingNewlines("id\n7\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/missing, 400, status 404",
        "/loop, 400, redirects in a circle",
        "/further, 400, redirects more than 5 times",
        "/toftp, 400, does not lead to an answer by http or https",
        "/tofile, 400, does not lead to an answer by http or https",
        "/broken, 400, broke off",
        "/endless, 413, 'more than 1,048,576 bytes'",
        "/bomb, 413, 'more than 1,048,576 bytes'",
    })
    void whatCannotBeFetchedIsToldWhy(String path, int status, String reason) {
        HttpResponse<String> answer = upload(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("QUERY_STATUS", reason).doesNotContain("Exception", "java.");
    }

    @Test
    void aServerThatIsNotThereIsTold() {
        assertThat(SERVER.get("/tap/sync", parameters("http://localhost:1/table"))
                        .body())
                .contains("http://localhost:1/table cannot be fetched: its server cannot be reached");
    }

    private static HttpResponse<String> upload(String path) {
        return SERVER.get(
                "/tap/sync", parameters("http://localhost:" + web.getAddress().getPort() + path));
    }

    private static Map<String, String> parameters(String url) {
        return Map.of("QUERY", "SELECT * FROM TAP_UPLOAD.mine", "UPLOAD", "mine," + url, "FORMAT", "csv");
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        answer(exchange, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static void answer(HttpExchange exchange, byte[] bytes) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
        }
    }

    /** Half of what was promised. */
    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("id\n1\n".getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private static void pourOut(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            byte[] bytes = "id\n1\n2\n3\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
            while (true) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
