package org.dapple.tap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.CaseFile;
import org.dapple.tap.Demonstration;
import org.dapple.tap.TestSettings;
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

/** Wrong searches and what they are told: {@code scs_errors.txt} and {@code sia_errors.txt} of the resources. */
class BadSearchTest {

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    private static final SearchServer SEARCHES = new SearchServer(SERVER);

    @BeforeAll
    static void insert() {
        Demonstration.insertInto(DATABASE);
    }

    static Stream<CaseFile.Case> cones() {
        return CaseFile.read("scs_errors.txt");
    }

    static Stream<CaseFile.Case> images() {
        return CaseFile.read("sia_errors.txt");
    }

    /** Cone Search 1.03 §2.3: a table with an INFO named Error at its root; to HTTP it is an answer. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cones")
    void aWrongConeIsToldWhatIsWrongAsConeSearchHasIt(CaseFile.Case wrong) {
        HttpResponse<String> answer = SEARCHES.ask("/scs", wrong.sent());
        String body = SearchServer.unescaped(answer.body());

        assertThat(answer.statusCode()).as(body).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml");
        assertThat(body)
                .containsPattern("<VOTABLE [^>]*>\\s*<INFO name=\"Error\" value=\"")
                .contains("name=\"QUERY_STATUS\" value=\"ERROR\"")
                .contains(wrong.expected().lines().toList())
                .doesNotContain("<TABLE", "Exception", "org.", "java", "SQLSTATE");
    }

    /** SIA 2.0 §3.2: as DALI has it, and the message begins with a word for programs. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("images")
    void aWrongSearchOfImagesIsToldWhatIsWrongAsSiaHasIt(CaseFile.Case wrong) {
        HttpResponse<String> answer = SEARCHES.ask("/sia2/query", wrong.sent());
        String body = SearchServer.unescaped(answer.body());

        assertThat(answer.statusCode()).as(body).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-votable+xml");
        assertThat(body)
                .contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">UsageFault: ")
                .contains(wrong.expected().lines().toList())
                .doesNotContain("<TABLE", "Exception", "org.", "java", "SQLSTATE", "line 1");
    }

    @Test
    void thereAreManyKindsOfWrongSearches() {
        assertThat(cones()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(images()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({"csv", "tsv", "text/csv;header=absent", "text/tab-separated-values"})
    void whoAsksSiaForADelimitedTextIsToldFaultsAsText(String format) {
        HttpResponse<String> answer = SEARCHES.ask("/sia2/query", "CALIB=9\nRESPONSEFORMAT=" + format);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(answer.body()).isEqualTo("UsageFault: Parameter CALIB is '9'; it takes 0, 1, 2, 3, 4.\n");
    }

    @Test
    void aThousandValuesAreTakenAndNotMore() {
        String values = "POL=I\n".repeat(1000);

        assertThat(SEARCHES.ask("/sia2/query", values + "MAXREC=1").statusCode())
                .isEqualTo(200);
        HttpResponse<String> answer = SEARCHES.ask("/sia2/query", values + "POL=Q");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("UsageFault: Parameter POL is given 1001 times; it takes 1000 values at most.");
    }
}
