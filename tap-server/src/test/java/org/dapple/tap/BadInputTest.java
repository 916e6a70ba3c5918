package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong requests and what they are told: {@code src/test/resources/bad_input.txt}. */
class BadInputTest {

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void insert() {
        RealObservations.insertInto(DATABASE);
    }

    static Stream<CaseFile.Case> cases() {
        return CaseFile.read("bad_input.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aWrongRequestIsToldWhatIsWrong(CaseFile.Case wrong) throws Exception {
        String form = wrong.sent().lines().map(BadInputTest::encoded).collect(Collectors.joining("&"));
        List<String> expected = wrong.expected().lines().toList();

        HttpResponse<String> answer = post(form);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(expected.get(0)));
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/x-votable+xml"));
        assertThat(unescaped(answer.body()))
                .contains("name=\"QUERY_STATUS\" value=\"ERROR\"")
                .contains(expected.subList(1, expected.size()))
                .doesNotContain("Exception", "org.", "java", "SQLSTATE", "<script>");
    }

    @Test
    void aQueryOfTwoMegabytesIsTooLarge() {
        String query = "SELECT obs_id FROM ivoa.obscore WHERE obs_id = '" + "x".repeat(2_000_000) + "'";

        HttpResponse<String> answer = SERVER.post("/tap/sync", Map.of("QUERY", query));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("2000049 characters", "1048576");
    }

    @Test
    void aQueryNestedTenThousandTimesIsRefused() {
        String query = "SELECT " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + " AS n FROM ivoa.obscore";

        HttpResponse<String> answer = SERVER.post("/tap/sync", Map.of("QUERY", query));

        assertThat(answer.statusCode()).isBetween(400, 413);
        assertThat(answer.body()).contains("QUERY_STATUS").doesNotContain("StackOverflow");
    }

    @ParameterizedTest
    @CsvSource({"PUT, /tap/sync", "DELETE, /tap/sync", "PATCH, /tap/tables", "POST, /tap/capabilities"})
    void aMethodThatIsNotAnsweredToIsRefusedWithThoseThatAre(String method, String path) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(SERVER.url(path)))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(allowed -> assertThat(allowed).startsWith("GET, HEAD"));
        assertThat(answer.body()).contains("QUERY_STATUS", method);
    }

    @Test
    void theTableIsStillThere() {
        assertThat(SERVER.get("/tap/sync", Map.of("QUERY", "SELECT COUNT(*) AS n FROM ivoa.obscore", "FORMAT", "csv"))
                        .body())
                .contains("17");
    }

    private static HttpResponse<String> post(String form) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(SERVER.url("/tap/sync")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String line) {
        String[] nameAndValue = line.split("=", 2);
        String value = nameAndValue[1].replace("\\n", "\n").replace("\\u0000", "\0");
        return nameAndValue[0] + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String unescaped(String xml) {
        return xml.replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&gt;", ">");
    }
}
