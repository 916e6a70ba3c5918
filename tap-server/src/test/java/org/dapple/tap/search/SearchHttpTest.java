package org.dapple.tap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the doors beside TAP say of themselves, and their manners in HTTP. */
class SearchHttpTest {

    private static final String CONE = "/scs?RA=10&DEC=10&SR=1";
    private static final String IMAGES = "/sia2/query?POS=CIRCLE+10+10+1";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @Test
    void theConeSearchSaysWhatItCanDo() {
        assertThat(SERVER.get("/scs/capabilities").body())
                .contains("<capability standardID=\"ivo://ivoa.net/std/VOSI#capabilities\">")
                .contains("<accessURL use=\"full\">" + SERVER.url("/scs/availability") + "</accessURL>")
                .contains("standardID=\"ivo://ivoa.net/std/ConeSearch\"", "xsi:type=\"cs:ConeSearch\"")
                .contains("<accessURL use=\"base\">" + SERVER.url("/scs") + "</accessURL>")
                .contains("<maxSR>180</maxSR>", "<maxRecords>20000000</maxRecords>", "<verbosity>true</verbosity>");
    }

    @Test
    void siaSaysWhatItCanDo() {
        assertThat(SERVER.get("/sia2/capabilities").body())
                .contains("<accessURL use=\"full\">" + SERVER.url("/sia2/capabilities") + "</accessURL>")
                .contains("<accessURL use=\"full\">" + SERVER.url("/sia2/availability") + "</accessURL>")
                .contains("standardID=\"ivo://ivoa.net/std/SIA#query-2.0\"", "version=\"2.0\"")
                .contains("<accessURL use=\"base\">" + SERVER.url("/sia2/query") + "</accessURL>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scs", "/sia2"})
    void theirTablesAreTheOneThatTheySearch(String service) {
        String tables = SERVER.get(service + "/tables").body();

        assertThat(SERVER.get(service + "/capabilities").body())
                .contains("standardID=\"ivo://ivoa.net/std/VOSI#tables-1.1\"", SERVER.url(service + "/tables"));
        assertThat(tables).contains("<name>ivoa.obscore</name>", "<name>s_region</name>");
        assertThat(Pattern.compile("<table[ >]").matcher(tables).results()).hasSize(1);
        assertThat(SERVER.get(service + "/tables/ivoa.obscore").body())
                .isEqualTo(SERVER.get("/tap/tables/ivoa.obscore").body());
        assertThat(SERVER.get(service + "/tables/rucio.dids").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scs/availability", "/sia2/availability"})
    void theyAreAvailableWhenTheDatabaseAnswers(String path) {
        assertThat(SERVER.get(path).body()).contains("<vosi:available>true</vosi:available>");
    }

    @ParameterizedTest
    @CsvSource({CONE + ", text/xml", IMAGES + ", application/x-votable+xml"})
    void aHeadTellsTheTypeWithoutRunningTheQuery(String path, String mediaType) {
        HttpResponse<byte[]> answer = send("HEAD", path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(mediaType);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aHeadOfAWrongRequestTellsThatItIsWrong() {
        assertThat(send("HEAD", "/sia2/query?CALIB=9").statusCode()).isEqualTo(400);
        assertThat(send("HEAD", IMAGES + "&RESPONSEFORMAT=x").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {CONE, IMAGES, "/scs", "/sia2/query?POS=x", "/scs/capabilities", "/sia2/capabilities"})
    void scriptsOfAnySiteMayReadTheAnswers(String path) {
        assertThat(send("GET", path).headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {CONE, IMAGES, "/scs", "/sia2/query?POS=x"})
    void answersAreCompressedForThoseWhoTakeItSo(String path) throws IOException {
        HttpResponse<byte[]> answer = send("GET", path, "Accept-Encoding", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).endsWith("</VOTABLE>\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scs", "/sia2/query"})
    void otherMethodsAreRefusedWithThoseThatThereAre(String path) {
        HttpResponse<byte[]> answer = send("PUT", path);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("QUERY_STATUS", "PUT");
    }

    private static HttpResponse<byte[]> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(SERVER.url(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " is not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
