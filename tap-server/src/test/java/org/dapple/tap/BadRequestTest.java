package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that are wrong as HTTP, byte by byte as they are sent, and what is answered: {@code
 * src/test/resources/bad_requests.txt}. A status alone, or with {@code json} behind it; then what the answer holds.
 */
class BadRequestTest {

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    static Stream<CaseFile.Case> cases() {
        return CaseFile.read("bad_requests.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aWrongRequestIsToldWhatIsWrong(CaseFile.Case wrong) throws IOException {
        List<String> expected = wrong.expected().lines().toList();
        boolean json = expected.get(0).endsWith(" json");

        String answer = send(wrong.sent());

        assertThat(answer)
                .startsWith("HTTP/1.1 " + expected.get(0).split(" ", 2)[0] + " ")
                .contains(json ? "Content-Type: application/json" : "Content-Type: application/x-votable+xml")
                .contains(json ? "\"message\"" : "<INFO name=\"QUERY_STATUS\" value=\"ERROR\">")
                .contains(expected.subList(1, expected.size()))
                .doesNotContain("Exception", "org.", "java", "Apache", "SQLSTATE");
    }

    @Test
    void aRequestThatIsNoHttpIsAnsweredWithoutInternals() throws IOException {
        assertThat(send("GARBAGE")).contains("400").doesNotContain("Exception", "Apache");
        assertThat(send("GET /tap/sync?QUERY=" + "x".repeat(200_000)))
                .contains("400")
                .doesNotContain("Exception", "Apache");
    }

    /** The answer as it comes, header and body. */
    private static String send(String request) throws IOException {
        URI server = URI.create(SERVER.url("/"));
        String[] headAndBody = request.split("\n\n", 2);
        String body = headAndBody.length > 1 ? headAndBody[1].replace("\n", "\r\n") + "\r\n" : "";
        String head = headAndBody[0].lines().skip(1).collect(Collectors.joining("\r\n"));
        String whole = "%s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\nContent-Length: %d\r\n%s%s\r\n%s"
                .formatted(
                        headAndBody[0].lines().findFirst().orElseThrow(),
                        server.getHost(),
                        server.getPort(),
                        body.length(),
                        head,
                        head.isEmpty() ? "" : "\r\n",
                        body);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replace("&apos;", "'")
                    .replace("&#39;", "'");
        }
    }
}
