package org.dapple.tap.sia;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.CaseFile;
import org.dapple.tap.Demonstration;
import org.dapple.tap.TestSettings;
import org.dapple.tap.search.SearchServer;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SIA 2.0 on the demonstration survey: {@code src/test/resources/sia.txt} has requests and what they mean as conditions of ADQL. */
class SiaTest {

    private static final String QUERY = "/sia2/query";

    private static final String IMAGES =
            "SELECT * FROM ivoa.obscore WHERE dataproduct_type IN ('image', 'cube') AND (%s)";

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    private static final SearchServer SIA = new SearchServer(SERVER);

    @BeforeAll
    static void insert() {
        Demonstration.insertInto(DATABASE);
    }

    static Stream<CaseFile.Case> cases() {
        return CaseFile.read("sia.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aSearchFindsTheImagesThatTapFinds(CaseFile.Case search) {
        List<String> rows = SIA.rows(QUERY, search.sent());

        assertThat(rows).hasSizeGreaterThan(1);
        assertThat(rows).isEqualTo(SIA.rowsOfTap(IMAGES.formatted(search.expected())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theAnswerTellsTheSameQueryAsAdql(CaseFile.Case search) {
        assertThat(SIA.rowsOfTap(SIA.adql(QUERY, search.sent()))).isEqualTo(SIA.rows(QUERY, search.sent()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POS=CIRCLE 204.254 -29.865 0.3",
                "POS=POLYGON 10 10 12 10 12 12",
                "POS=RANGE 8 12 8 12",
                "POS=RANGE 359 1 -1 1",
                "POS=CIRCLE 10 10 1\nPOS=CIRCLE 204.254 -29.865 0.3\nBAND=0.21"
            })
    void theIndexesOfFootprintsFindTheRows(String parameters) {
        assertThat(SIA.plan(SIA.adql(QUERY, parameters)))
                .contains("obscore_s_region_circle_idx", "obscore_s_region_polygon_idx");
    }

    @Test
    void theColumnsAreThoseOfObscoreWithTheirRoles() {
        assertThat(SIA.ask(QUERY, "POS=CIRCLE 204.254 -29.865 0.3\nMAXREC=1").body())
                .contains("name=\"service_protocol\" value=\"ivo://ivoa.net/std/SIA\"")
                .containsPattern("<FIELD [^>]*name=\"s_ra\"[^>]*ucd=\"pos.eq.ra\"")
                .containsPattern("<FIELD [^>]*name=\"access_url\"[^>]*utype=\"obscore:Access.reference\"")
                .contains("utype=\"adhoc:service\"", "ivo://ivoa.net/std/DataLink#links-1.1")
                .contains("name=\"QUERY_STATUS\" value=\"OVERFLOW\"");
    }

    /** §2.1.19: metadata only, which is no overflow. */
    @Test
    void aLimitOfZeroDescribesTheServiceAndItsColumns() {
        HttpResponse<String> answer = SIA.ask(QUERY, "MAXREC=0");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("name=\"QUERY_STATUS\" value=\"OK\"", "name=\"obs_publisher_did\"")
                .contains("<RESOURCE type=\"meta\" utype=\"adhoc:this\" name=\"this\">")
                .contains("value=\"ivo://ivoa.net/std/SIA#query-2.0\"", "value=\"" + SERVER.url(QUERY) + "\"")
                .doesNotContain("<TR>", "OVERFLOW");
        String inputs = answer.body().substring(answer.body().indexOf("name=\"inputParams\""));
        assertThat(Stream.of(
                        "POS",
                        "BAND",
                        "TIME",
                        "POL",
                        "FOV",
                        "SPATRES",
                        "SPECRP",
                        "EXPTIME",
                        "TIMERES",
                        "ID",
                        "COLLECTION",
                        "FACILITY",
                        "INSTRUMENT",
                        "DPTYPE",
                        "CALIB",
                        "TARGET",
                        "FORMAT",
                        "MAXREC",
                        "RESPONSEFORMAT"))
                .allSatisfy(name -> assertThat(inputs).contains("<PARAM name=\"" + name + "\""));
        assertThat(inputs).contains("<OPTION value=\"cube\"/>", "<OPTION value=\"RR\"/>");
    }

    @Test
    void anIdentifierIsTheSameInAnyCase() {
        String id = SIA.rowsOfTap("SELECT TOP 1 obs_publisher_did FROM ivoa.obscore WHERE dataproduct_type = 'cube'")
                .get(1);

        assertThat(SIA.rows(QUERY, "ID=" + id))
                .hasSize(2)
                .isEqualTo(SIA.rows(QUERY, "ID=" + id.toUpperCase(Locale.ROOT)));
        assertThat(SIA.rows(QUERY, "ID=" + id + "x")).hasSize(1);
    }

    @Test
    void anIndexFindsIdentifiersInAnyCase() {
        assertThat(SIA.plan(SIA.adql(QUERY, "ID=ivo://example.org/data?a:b\nID=ivo://example.org/data?a:c")))
                .contains("obscore_obs_publisher_did_lower_idx");
    }

    @Test
    void textsAreComparedInTheirCase() {
        assertThat(SIA.rows(QUERY, "COLLECTION=askap-hi")).hasSize(1);
        assertThat(SIA.rows(QUERY, "TARGET=m83")).hasSize(1);
    }

    @Test
    void aFormAsksTheSame() {
        String csv = SERVER.post(
                        QUERY, Map.of("pos", "CIRCLE 204.254 -29.865 0.3", "maxrec", "5", "responseformat", "csv"))
                .body();

        assertThat(csv.lines()).hasSize(6);
    }
}
