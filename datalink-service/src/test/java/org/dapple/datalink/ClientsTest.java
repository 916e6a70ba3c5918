package org.dapple.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.dapple.datalink.config.LinkLimits;
import org.dapple.datalink.web.DataLinkWebapp;
import org.dapple.dbinit.Migrations;
import org.dapple.testkit.Program;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The astronomers' own programs against a running service. */
class ClientsTest {

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER =
            TestServer.of(() -> new DataLinkWebapp(TestSettings.of(DATABASE, new LinkLimits(6, 100, 0))));

    @BeforeAll
    static void insert() {
        TestLake.insertInto(DATABASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ID=lake:m83.fits&client_latitude=-33&client_longitude=18",
                "ID=lake:m83.fits&ID=lake:everywhere.fits&ID=lake:nothing&ID=what%3F&ID=lake:dataset&ID=lake:copying.fits",
                "ID=lake:a%20name/with:%20signs%20%26%20%3Ctags%3E.fits",
                "ID=lake:nothing",
                "ID=%20what%3F",
                "ID=a:1&ID=a:2&ID=a:3&ID=a:4&ID=a:5&ID=a:6&ID=a:7"
            })
    void validatorsFindNothing(String query, @TempDir Path folder) throws IOException {
        Path document = folder.resolve("links.xml");
        Files.writeString(document, SERVER.get("/links?" + query).body());

        Program.Result datalink = Program.stilts().run("datalinklint", "votable=" + document);
        Program.Result votable = Program.stilts().run("votlint", "votable=" + document);

        assertThat(datalink.output()).contains("Errors: 0; Warnings: 0");
        assertThat(votable.output()).isEmpty();
    }

    /** Over HTTP, where the media type and the description of the service itself are judged too. */
    @Test
    void datalinklintFindsNothingAtTheServiceItself() {
        Program.Result report =
                Program.stilts().run("datalinklint", "votable=" + SERVER.url("/links?ID=lake:m83.fits"));

        assertThat(report.output()).contains("Errors: 0; Warnings: 0");
    }

    @Test
    void pyvoFollowsLinksAndServices() {
        Program.Result result = Program.python().run("src/test/resources/pyvo_links.py", SERVER.url("/links"));

        assertThat(result.output()).endsWith("all is well\n");
        assertThat(result.exitCode()).isZero();
    }

    /** By a cutout service that tells what it was asked. */
    @Test
    void pyvoCutsOutBesideTheFile() throws IOException, SQLException {
        HttpServer soda = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        soda.createContext("/soda/sync", ClientsTest::echo);
        soda.start();
        try {
            moveSoda("http://localhost:" + soda.getAddress().getPort() + "/soda/sync");

            Program.Result result = Program.python().run("src/test/resources/pyvo_cutouts.py", SERVER.url("/links"));

            String asked = "ID=ivo://dapple.local/data?lake:m83.fits&CIRCLE=204.25 -29.87 0.1\n";
            assertThat(result.output()).isEqualTo(asked + asked);
        } finally {
            soda.stop(0);
            moveSoda("https://jodrell.example.org/soda/sync");
        }
    }

    private static void moveSoda(String url) throws SQLException {
        try (Connection connection = DATABASE.connect();
                PreparedStatement move =
                        connection.prepareStatement("UPDATE rucio.rses SET soda_sync = ? WHERE rse = 'JODRELL'")) {
            move.setString(1, url);
            move.execute();
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
            byte[] answer = query.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/fits");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
