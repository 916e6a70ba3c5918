package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VosiTest {

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @Test
    void capabilitiesNameTheUrlTheClientUsed() {
        HttpResponse<String> answer = SERVER.get("/tap/capabilities");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<accessURL use=\"base\">" + SERVER.url("/tap") + "</accessURL>")
                .contains("<accessURL use=\"full\">" + SERVER.url("/tap/tables") + "</accessURL>");
    }

    @Test
    void capabilitiesDeclareTheDataModelTheLanguagesAndTheFunctions() {
        assertThat(SERVER.get("/tap/capabilities").body())
                .contains("ivo://ivoa.net/std/ObsCore#core-1.1", "ivo://ivoa.net/std/obscore#radio-ext-1.0")
                .contains("ivo://ivoa.net/std/ADQL#v2.1")
                .contains("ivo://ivoa.net/std/TAPRegExt#features-adqlgeo", "<form>CONTAINS</form>");
    }

    @Test
    void everyDeclaredFeatureWorks() throws IOException {
        List<String> declared = Pattern.compile("<form>(.*?)</form>")
                .matcher(SERVER.get("/tap/capabilities").body())
                .results()
                .map(match -> match.group(1).replace("&gt;", ">"))
                .toList();
        List<String> examples = Files.readAllLines(Path.of("src", "test", "resources", "features.txt"));

        assertThat(examples.stream().map(line -> line.substring(0, line.indexOf('\t'))))
                .containsExactlyInAnyOrderElementsOf(declared);
        assertThat(examples).allSatisfy(line -> {
            String query = line.substring(line.indexOf('\t') + 1);
            assertThat(SERVER.get("/tap/sync", Map.of("QUERY", query)).statusCode())
                    .isEqualTo(200);
        });
    }

    @Test
    void everyDeclaredFormatIsServedByEachOfItsNames() {
        List<String> names = Pattern.compile("<(?:mime|alias)>(.*?)</")
                .matcher(SERVER.get("/tap/capabilities").body())
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(names).hasSizeGreaterThan(25).doesNotHaveDuplicates().allSatisfy(name -> {
            HttpResponse<String> answer = SERVER.get(
                    "/tap/sync",
                    Map.of("RESPONSEFORMAT", name, "QUERY", "SELECT TOP 1 table_name FROM tap_schema.tables"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            if (name.contains("/") && !name.startsWith("votable/")) {
                assertThat(answer.headers().firstValue("Content-Type")).hasValue(name);
            }
        });
    }

    @Test
    void theExamplesAreDeclaredWhereTheyAre() {
        assertThat(SERVER.get("/tap/capabilities").body())
                .contains("standardID=\"ivo://ivoa.net/std/DALI#examples\"", SERVER.url("/tap/examples"));
    }

    @Test
    void availabilityIsTrueWhenTheDatabaseAnswers() {
        assertThat(SERVER.get("/tap/availability").body()).contains("<vosi:available>true</vosi:available>");
    }

    @Test
    void tablesTellEveryColumnWithItsTypeUnitAndUcd() {
        assertThat(SERVER.get("/tap/tables").body())
                .contains("<name>ivoa.obscore</name>", "<name>tap_schema.key_columns</name>")
                .contains("<unit>deg</unit>", "<ucd>pos.eq.ra</ucd>", "<flag>indexed</flag>")
                .contains("<targetTable>tap_schema.tables</targetTable>")
                .doesNotContain("s_region_circle", "s_point");
    }

    @Test
    void tablesInBriefHaveNoColumns() {
        assertThat(SERVER.get("/tap/tables", Map.of("detail", "min")).body())
                .contains("<name>ivoa.obscore</name>")
                .doesNotContain("<column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ivoa.obscore", "IVOA.ObsCore"})
    void oneTableHasItsOwnDocument(String name) {
        assertThat(SERVER.get("/tap/tables/" + name).body())
                .contains("vosi:table ", "<name>ivoa.obscore</name>", "<name>s_ra</name>")
                .doesNotContain("tap_schema.columns");
    }

    @Test
    void aTableThatIsNotThereIsNotFoundAndTheOthersAreNamed() {
        HttpResponse<String> answer = SERVER.get("/tap/tables/ivoa.nosuch");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("QUERY_STATUS", "ivoa.obscore");
    }

    @Test
    void anUnknownDetailIsRefused() {
        HttpResponse<String> answer = SERVER.get("/tap/tables", Map.of("detail", "some"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("min or max");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void theServiceIsHealthy(String path) {
        assertThat(SERVER.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tap"})
    void aPersonWithABrowserIsToldWhatIsHere(String path) {
        assertThat(SERVER.get(path).body())
                .contains("<code>" + SERVER.url("/tap") + "</code>")
                .contains("<code>" + SERVER.url("/scs") + "</code>")
                .contains("<code>" + SERVER.url("/sia2/query") + "</code>");
    }
}
