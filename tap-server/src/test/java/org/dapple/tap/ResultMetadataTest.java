package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dapple.dbinit.Migrations;
import org.dapple.dbinit.Site;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.Program;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What results tell besides their rows: where they are from, and where the links of their data products are. */
class ResultMetadataTest {

    private static final String SITE = "https://site.example.org";

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @BeforeAll
    static void insert() throws SQLException {
        RealObservations.insertInto(DATABASE);
        new Site("dapple.local", "data", SITE).applyTo(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password());
    }

    @Test
    void aResultTellsWhereItIsFrom() {
        String query = "SELECT TOP 1 obs_id FROM ivoa.obscore WHERE s_ra < 1e9 AND obs_id <> '&'";

        String body = SERVER.post("/tap/sync", Map.of("QUERY", query)).body();

        assertThat(info("publisher", body)).isEqualTo("Example Data Centre");
        assertThat(info("server_software", body)).matches("Dapple/[0-9].*");
        assertThat(info("service_protocol", body)).isEqualTo("ivo://ivoa.net/std/TAP");
        assertThat(info("query", body)).isEqualTo(query);
        assertThat(Duration.between(Instant.parse(info("request_date", body)), Instant.now()))
                .isLessThan(Duration.ofMinutes(1));
        assertThat(body).doesNotContain("name=\"contact\"", "name=\"ivoid_service\"");
    }

    @Test
    void theRequestIsAUrlThatAsksForTheSameAlsoAfterAPost() {
        Map<String, String> form = Map.of(
                "QUERY", "SELECT obs_id FROM ivoa.obscore WHERE obs_id <> 'ä+%& '",
                "MAXREC", "3",
                "RESPONSEFORMAT", "json");
        HttpResponse<String> posted = SERVER.post("/tap/sync", form);
        Matcher request =
                Pattern.compile("\"name\":\"request\",\"value\":\"([^\"]+)\"").matcher(posted.body());
        assertThat(request.find()).isTrue();

        HttpResponse<String> again =
                SERVER.get(request.group(1).substring(SERVER.url("").length()));

        assertThat(again.body().substring(again.body().indexOf("\"data\"")))
                .isEqualTo(posted.body().substring(posted.body().indexOf("\"data\"")))
                .contains("OVERFLOW");
    }

    @Test
    void theResultOfAJobTellsTheSameButNoRequest() {
        HttpResponse<String> created = SERVER.post(
                "/tap/async", Map.of("QUERY", "SELECT TOP 1 obs_publisher_did FROM ivoa.obscore", "PHASE", "RUN"));
        String job = created.headers()
                .firstValue("Location")
                .orElseThrow()
                .substring(SERVER.url("").length());
        // Queued, then executed.
        SERVER.get(job + "?WAIT=20");
        SERVER.get(job + "?WAIT=20");

        String body = SERVER.get(job + "/results/result").body();

        assertThat(info("publisher", body)).isEqualTo("Example Data Centre");
        assertThat(body).contains("adhoc:service", "name=\"query\"").doesNotContain("name=\"request\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM ivoa.obscore | obs_publisher_did",
                "SELECT s_ra, obs_publisher_did FROM ivoa.obscore | obs_publisher_did",
                "SELECT obs_publisher_did AS did FROM ivoa.obscore | did",
                "SELECT obs_publisher_did AS ICRS, s_ra FROM ivoa.obscore | ICRS_0",
                "SELECT x.d AS e FROM (SELECT o.obs_publisher_did AS d FROM ivoa.obscore AS o) AS x | e",
                "WITH x AS (SELECT obs_publisher_did AS d FROM ivoa.obscore) SELECT d FROM x | d",
                "SELECT obs_publisher_did FROM ivoa.obscore UNION SELECT obs_publisher_did FROM ivoa.obscore"
                        + " | obs_publisher_did",
                "SELECT obs_publisher_did FROM ivoa.obscore EXCEPT SELECT obs_id FROM ivoa.obscore | obs_publisher_did",
                "SELECT obs_publisher_did, COUNT(*) AS n FROM ivoa.obscore GROUP BY obs_publisher_did"
                        + " | obs_publisher_did",
            })
    void theColumnOfIdentifiersIsKnownWhateverItIsCalled(String query, String id) {
        String body =
                SERVER.post("/tap/sync", Map.of("QUERY", query, "MAXREC", "2")).body();

        assertThat(body)
                .contains("<FIELD ID=\"" + id + "\"")
                .contains("value=\"" + SITE + "/datalink/links\"")
                .contains("<PARAM name=\"ID\" datatype=\"char\" arraysize=\"*\" value=\"\" ref=\"" + id + "\"/>")
                .containsOnlyOnce("utype=\"adhoc:service\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT obs_id AS obs_publisher_did FROM ivoa.obscore",
                "SELECT obs_publisher_did || 'x' AS obs_publisher_did FROM ivoa.obscore",
                "SELECT COUNT(obs_publisher_did) AS obs_publisher_did FROM ivoa.obscore",
                "SELECT obs_publisher_did FROM ivoa.obscore UNION SELECT obs_id FROM ivoa.obscore",
                "SELECT s_ra FROM ivoa.obscore"
            })
    void whatIsNoIdentifierOfADataProductHasNoLinks(String query) {
        assertThat(SERVER.post("/tap/sync", Map.of("QUERY", query)).body())
                .contains("<FIELD")
                .doesNotContain("adhoc:service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"votable/td", "votable/b", "votable/b2"})
    void votlintFindsNothingWrong(String format, @TempDir Path folder) throws IOException {
        String body = SERVER.post("/tap/sync", Map.of("QUERY", "SELECT * FROM ivoa.obscore", "RESPONSEFORMAT", format))
                .body();
        Path file = Files.writeString(folder.resolve("result.xml"), body);

        assertThat(body).contains("adhoc:service");
        assertThat(Program.stilts().run("votlint", file.toString())).isEqualTo(new Program.Result(0, ""));
    }

    private static String info(String name, String votable) {
        Matcher info = Pattern.compile("<INFO name=\"" + name + "\" value=\"([^\"]*)\"")
                .matcher(votable);
        assertThat(info.find()).as("%s in %s", name, votable).isTrue();
        return info.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
