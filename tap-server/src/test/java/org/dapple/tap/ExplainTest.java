package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.Golden;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code /tap/explain}, on a table of a size at which plans matter. */
class ExplainTest {

    private static final String PATH = "/tap/explain";

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @BeforeAll
    static void insert() {
        Demonstration.insertInto(DATABASE);
    }

    static Stream<CaseFile.Case> queries() {
        return CaseFile.read("explain.txt");
    }

    static Stream<CaseFile.Case> errors() {
        return CaseFile.read("explain_errors.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void aQueryIsExplained(CaseFile.Case query) throws IOException {
        HttpResponse<String> answer = SERVER.post(PATH, Map.of("QUERY", query.sent(), "LANG", "ADQL"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        ObjectNode explanation = (ObjectNode) new ObjectMapper().readTree(answer.body());
        assertThat(explanation.at("/plan/indexes").findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(query.expected().lines().toList());
        assertThat(explanation.at("/plan/rows").isIntegralNumber()).isTrue();
        assertThat(explanation.at("/plan/cost").doubleValue()).isPositive();
        assertThat(explanation.remove("sql").textValue()).startsWith("SELECT ").contains("\nFROM ");
        explanation.remove("plan");
        Golden.assertMatches(
                "explain/" + query.name().replace(' ', '-') + ".json", explanation.toPrettyString() + "\n");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void aWrongQueryIsToldWhere(CaseFile.Case wrong) throws IOException {
        Map<String, String> form = wrong.sent()
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replace("\\n", "\n")));
        List<String> expected = wrong.expected().lines().toList();

        HttpResponse<String> answer = SERVER.get(PATH, form);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(expected.get(0)));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(new ObjectMapper().readTree(answer.body()).toString())
                .contains(expected.subList(1, expected.size()));
    }

    @Test
    void theEstimateFollowsTheQuery() throws IOException {
        assertThat(rows("SELECT obs_id FROM ivoa.obscore")).isGreaterThan(10_000);
        assertThat(rows("SELECT TOP 5 obs_id FROM ivoa.obscore")).isEqualTo(5);
    }

    @Test
    void aQueryThatIsTooDeepIsRefused() {
        assertThat(SERVER.post(PATH, Map.of("QUERY", "SELECT " + "(".repeat(10_000)))
                        .statusCode())
                .isEqualTo(413);
    }

    private static long rows(String query) throws IOException {
        return new ObjectMapper()
                .readTree(SERVER.get(PATH, Map.of("QUERY", query)).body())
                .at("/plan/rows")
                .longValue();
    }
}
