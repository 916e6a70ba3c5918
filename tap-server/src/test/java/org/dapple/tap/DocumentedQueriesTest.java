package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries of {@code docs/astronomers.md}, which are the service's examples, against the survey that a reader has. */
class DocumentedQueriesTest {

    private static final Path PAGE = Path.of("..", "docs", "astronomers.md");
    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

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

    static List<String> queries() throws IOException {
        return QUERY.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1).strip())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void aQueryFromTheDocumentationFindsSomethingInEveryVersionOfAdql(String query) {
        HttpResponse<String> answer =
                SERVER.post("/tap/sync", Map.of("LANG", "ADQL-2.0", "RESPONSEFORMAT", "csv", "QUERY", query));
        HttpResponse<String> latest =
                SERVER.post("/tap/sync", Map.of("LANG", "ADQL-2.1", "RESPONSEFORMAT", "csv", "QUERY", query));

        assertThat(latest.body().lines())
                .containsExactlyInAnyOrderElementsOf(answer.body().lines().toList());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().lines().count()).as(answer.body()).isGreaterThan(1);
    }

    @Test
    void theServiceGivesTheseAsExamplesAndNoOthers() throws IOException {
        String page = SERVER.get("/tap/examples").body();

        assertThat(Pattern.compile("<pre property=\"query\">(.*?)</pre>", Pattern.DOTALL)
                        .matcher(page)
                        .results()
                        .map(found -> found.group(1).replace("&lt;", "<").replace("&gt;", ">")))
                .containsExactlyElementsOf(queries());
        assertThat(page).contains("<h2 property=\"name\">Everything within half a degree of a position</h2>");
    }

    @Test
    void anExampleRunsAtAClick() {
        Matcher link = Pattern.compile("<a href=\"([^\"]+/sync\\?[^\"]+)\"")
                .matcher(SERVER.get("/tap/examples").body());
        assertThat(link.find()).isTrue();
        String url = link.group(1).replace("&amp;", "&");

        HttpResponse<String> answer = SERVER.get(url.substring(SERVER.url("").length()));

        assertThat(answer.statusCode()).as(url).isEqualTo(200);
        assertThat(answer.body()).contains("<table>");
    }
}
