package org.dapple.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.dapple.datalink.config.LinkLimits;
import org.dapple.datalink.web.DataLinkWebapp;
import org.dapple.dbinit.Migrations;
import org.dapple.testkit.Golden;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What the service answers, from the tables of PostgreSQL. */
class LinksTest {

    private static final String DATALINK = "application/x-votable+xml;content=datalink";

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER =
            TestServer.of(() -> new DataLinkWebapp(TestSettings.of(DATABASE, new LinkLimits(5, 2, 0))));

    @BeforeAll
    static void insert() {
        TestLake.insertInto(DATABASE);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/links.txt", delimiter = '|', emptyValue = "")
    void answersInRows(String name, String query) {
        String ids = (query == null ? "" : query).replace("LONG", "x".repeat(3000));
        HttpResponse<String> answer = SERVER.get("/links?RESPONSEFORMAT=csv&" + ids);

        assertThat(answer.statusCode()).isEqualTo(200);
        Golden.assertMatches(
                "links/" + name + ".csv", answer.body().replace("\r\n", "\n").replace("x".repeat(3000), "LONG"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/bad_requests.txt", delimiter = '|')
    void tellsWhatIsWrongWithParameters(String query, String message) {
        HttpResponse<String> answer = SERVER.get("/links?ID=lake:m83.fits&" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-votable+xml");
        assertThat(answer.body().replace("&#39;", "'")).contains("value=\"ERROR\">" + message);
    }

    @Test
    void theWholeDocument() {
        HttpResponse<String> answer =
                SERVER.get("/links?ID=lake:m83.fits&ID=lake:nothing&client_latitude=-33&client_longitude=18");

        assertThat(answer.headers().firstValue("Content-Type")).contains(DATALINK);
        Golden.assertMatches("links/document.xml", answer.body());
    }

    @Test
    void postAnswersAsGetDoes() {
        Map<String, String> form = new HashMap<>(Map.of("ID", "lake:everywhere.fits", "sort", "priority"));

        assertThat(SERVER.post("/links", form).body())
                .isEqualTo(SERVER.get("/links", form).body());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/formats.txt", delimiter = '|')
    void answersInTheFormatThatIsAskedFor(String requested, String mediaType, String beginning) {
        HttpResponse<String> answer = SERVER.get("/links", Map.of("ID", "lake:foreign", "RESPONSEFORMAT", requested));

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).isEqualTo(mediaType);
        assertThat(answer.body()).startsWith(beginning);
    }

    @Test
    void saysOverflowInVOTablesOnlyWhereSomethingIsMissing() {
        String many = String.join(
                "&", IntStream.range(0, 6).mapToObj(i -> "ID=a:" + i).toList());

        assertThat(SERVER.get("/links?" + many).body())
                .contains("value=\"OVERFLOW\">6 identifiers were sent; the first 5 are answered.");
        assertThat(SERVER.get("/links?RESPONSEFORMAT=votable/b2&" + many).body())
                .contains("value=\"OVERFLOW\"");
        assertThat(SERVER.get("/links?ID=a:1&MAXREC=1").body()).doesNotContain("OVERFLOW");
        assertThat(SERVER.get("/links?ID=a:1&ID=a:2&MAXREC=1").body()).contains("cut at MAXREC=1");
    }

    @Test
    void randomOrderGivesEachReplicaItsTurn() {
        assertThat(IntStream.range(0, 60)
                        .mapToObj(i -> SERVER.get("/links?RESPONSEFORMAT=csv&sort=random&rse=JODRELL,PERTH,CAPE"
                                        + "&ranking=0&ID=lake:everywhere.fits")
                                .body())
                        .map(csv -> csv.replaceAll("(?s).*(replica:\\w+).*", "$1"))
                        .distinct())
                .containsExactlyInAnyOrder("replica:JODRELL", "replica:PERTH", "replica:CAPE");
    }

    @Test
    void describesItselfByVosi() {
        assertThat(SERVER.get("/capabilities").body())
                .contains("ivo://ivoa.net/std/DataLink#links-1.1", "https://lake.example.org/datalink/links");
        assertThat(SERVER.get("/availability").body()).contains("<vosi:available>true");
        assertThat(SERVER.get("/health/ready").statusCode()).isEqualTo(200);
    }
}
