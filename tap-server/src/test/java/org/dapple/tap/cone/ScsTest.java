package org.dapple.tap.cone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dapple.dbinit.Migrations;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cone Search 1.03 on the demonstration survey. */
class ScsTest {

    private static final String M83 = "RA=204.254\nDEC=-29.865\nSR=0.5";

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    private static final SearchServer SCS = new SearchServer(SERVER);

    @BeforeAll
    static void insert() {
        Demonstration.insertInto(DATABASE);
    }

    @ParameterizedTest
    @CsvSource({
        "204.254, -29.865, 0.5",
        "0, 10, 5",
        "360, 10, 5",
        "359.99, -30, 4",
        "0.01, -30, 4",
        "+10.5, -7e1, 2.5E0",
        "123, 90, 8",
        "7, -90, 8",
        "120, 85, 12",
        "83.6, 22.01, 89.9",
        "83.6, 22.01, 120",
        "0, 0, 180",
    })
    void aConeHasTheRowsThatTapFindsInTheSameCircle(String ra, String dec, String radius) {
        List<String> rows = SCS.rows("/scs", "RA=%s\nDEC=%s\nSR=%s\nVERB=3".formatted(ra, dec, radius));

        assertThat(rows).hasSizeGreaterThan(1);
        assertThat(rows)
                .isEqualTo(SCS.rowsOfTap("SELECT * FROM ivoa.obscore WHERE DISTANCE(s_ra, s_dec, %s, %s) <= %s"
                        .formatted(ra.replace("+", ""), dec, radius)));
    }

    @Test
    void theAnswerTellsTheSameQueryAsAdqlAndTheRequest() {
        String adql = SCS.adql("/scs", M83);

        assertThat(adql)
                .endsWith("WHERE DISTANCE(POINT(s_ra, s_dec), POINT(204.254, - 29.865)) <= 0.5")
                .startsWith("SELECT dataproduct_type, ");
        assertThat(SCS.rows("/scs", M83)).isEqualTo(SCS.rowsOfTap(adql));
        assertThat(SCS.ask("/scs", M83).body())
                .contains("name=\"service_protocol\" value=\"ivo://ivoa.net/std/ConeSearch\"")
                .contains("name=\"request\" value=\"" + SERVER.url("/scs") + "?DEC=-29.865&amp;RA=204.254&amp;SR=0.5\"")
                .contains("utype=\"adhoc:service\"", "ivo://ivoa.net/std/DataLink#links-1.1");
    }

    @Test
    void theIndexOfPositionsFindsTheRows() {
        assertThat(SCS.plan(SCS.adql("/scs", M83))).contains("obscore_s_point_idx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\nVERB=1", "\nVERB=2", "\nVERB=3", "\nVERB=3\nRESPONSEFORMAT=votable/b2"})
    void oneColumnEachIsTheIdentifierTheRightAscensionAndTheDeclination(String verbosity) {
        List<String> fields =
                all("<FIELD [^>]*>", SCS.ask("/scs", M83 + verbosity).body());

        assertThat(fields.stream().filter(field -> field.contains("_MAIN\""))).hasSize(3);
        assertThat(fields)
                .filteredOn(field -> field.contains("ucd=\"ID_MAIN\""))
                .singleElement()
                .asString()
                .contains("name=\"obs_publisher_did\"", "arraysize=\"*\"")
                .containsAnyOf("datatype=\"char\"", "datatype=\"unicodeChar\"");
        assertThat(fields)
                .filteredOn(field -> field.contains("ucd=\"POS_EQ_RA_MAIN\""))
                .singleElement()
                .asString()
                .contains("name=\"s_ra\"", "datatype=\"double\"", "unit=\"deg\"");
        assertThat(fields)
                .filteredOn(field -> field.contains("ucd=\"POS_EQ_DEC_MAIN\""))
                .singleElement()
                .asString()
                .contains("name=\"s_dec\"", "datatype=\"double\"", "unit=\"deg\"");
    }

    @ParameterizedTest
    @CsvSource({"1, principal = 1", "2, principal = 1 OR std = 1", "3, 1 = 1"})
    void verbosityGivesTheColumnsThatTapSchemaSays(int verbosity, String condition) {
        String names = SCS.rows("/scs", M83 + "\nVERB=" + verbosity).get(0);
        List<String> said =
                SCS.rowsOfTap("SELECT column_name FROM tap_schema.columns WHERE table_name = 'ivoa.obscore' AND (%s)"
                        .formatted(condition));

        assertThat(Stream.of(names.split(",")).sorted().toList()).isEqualTo(said.subList(1, said.size()));
    }

    @Test
    void withoutVerbosityTheColumnsAreThoseOfTwo() {
        assertThat(SCS.rows("/scs", M83)).isEqualTo(SCS.rows("/scs", M83 + "\nVERB=2"));
    }

    /** §2.3: an application that asks so wants to know the columns. */
    @ParameterizedTest
    @ValueSource(strings = {"RA=0\nDEC=90\nSR=0", "RA=204.254\nDEC=-29.865\nSR=1\nMAXREC=0"})
    void aRadiusOrALimitOfZeroGivesTheColumnsWithoutRows(String parameters) {
        HttpResponse<String> answer = SCS.ask("/scs", parameters);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<FIELD ", "name=\"QUERY_STATUS\" value=\"OK\"")
                .doesNotContain("<TR>", "OVERFLOW", "\"Error\"");
    }

    @Test
    void aConeWithNothingInItIsNoError() {
        HttpResponse<String> answer = SCS.ask("/scs", "RA=204.254\nDEC=-29.865\nSR=1e-9");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<FIELD ").doesNotContain("<TR>", "\"Error\"");
    }

    @Test
    void whatIsCutAtMaxrecSaysSo() {
        HttpResponse<String> answer = SCS.ask("/scs", "RA=204.254\nDEC=-29.865\nSR=30\nMAXREC=3");

        assertThat(all("<TR>", answer.body())).hasSize(3);
        assertThat(answer.body()).contains("name=\"QUERY_STATUS\" value=\"OVERFLOW\"");
    }

    /** As 1.03 has it (§2.2), unless something else is asked for. */
    @ParameterizedTest
    @CsvSource({
        "'', text/xml",
        "RESPONSEFORMAT=votable, application/x-votable+xml",
        "RESPONSEFORMAT=application/x-votable+xml, application/x-votable+xml",
        "RESPONSEFORMAT=json, application/json",
        "responseformat=fits, application/fits",
    })
    void theAnswerIsXmlUnlessAskedOtherwise(String format, String mediaType) {
        assertThat(SCS.ask("/scs", M83 + "\n" + format).headers().firstValue("Content-Type"))
                .contains(mediaType);
    }

    @Test
    void aFormAsksTheSame() {
        HttpResponse<String> answer = SERVER.post("/scs", Map.of("ra", "204.254", "dec", "-29.865", "sr", "0.5"));

        assertThat(all("<TR>", answer.body()))
                .hasSize(all("<TR>", SCS.ask("/scs", M83).body()).size())
                .isNotEmpty();
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
