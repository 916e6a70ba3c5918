package org.dapple.tap.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New data are heard of at /tap/changes, each change once and none skipped. */
class ChangesTest {

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    private final HttpClient client = HttpClient.newHttpClient();
    private String start;

    @BeforeEach
    void begin() throws SQLException {
        run("DELETE FROM rucio.dids");
        start = cursor(SERVER.get("/tap/changes?since=now").body());
    }

    @Test
    void eachRowThatCameChangedOrWentIsALineAndTheLastLineSaysWhereToGoOn() throws SQLException {
        insert("a");
        insert("b");
        run("UPDATE rucio.dids SET data = data || '{\"obs_id\": \"P\"}' WHERE name = 'a'");
        run("UPDATE rucio.dids SET data = data || '{\"unheard\": \"of\"}' WHERE name = 'a'");
        run("DELETE FROM rucio.dids WHERE name = 'b'");

        HttpResponse<String> answer = SERVER.get("/tap/changes?since=" + start);

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        assertThat(seen(answer.body())).containsExactly("insert a", "insert b", "update a", "delete b");
        assertThat(answer.body().lines().findFirst().orElseThrow())
                .matches(
                        "\\{\"cursor\":\"\\d+-\\d+\",\"change\":\"insert\",\"time\":\"[^\"]+Z\","
                                + "\"obs_publisher_did\":\"ivo://dapple.local/data\\?s:a\",\"rucio_did_scope\":\"s\",\"rucio_did_name\":\"a\"}");
        assertThat(seen(SERVER.get("/tap/changes?since=" + cursor(answer.body()))
                        .body()))
                .isEmpty();
    }

    @Test
    void aPageAtATimeGivesTheSameChanges() throws SQLException {
        run(
                "INSERT INTO rucio.dids (vo, scope, name, data) SELECT 'def', 's', 'n' || i,"
                        + " '{\"calib_level\": 2, \"obs_collection\": \"C\", \"obs_id\": \"O\"}' FROM generate_series(1, 25) AS i");
        List<String> paged = new ArrayList<>();
        String cursor = start;
        for (int page = 0; page < 4; page++) {
            String body = SERVER.get("/tap/changes?MAXREC=10&since=" + cursor).body();
            paged.addAll(seen(body));
            cursor = cursor(body);
        }
        assertThat(paged)
                .hasSize(25)
                .isEqualTo(seen(SERVER.get("/tap/changes?since=" + start).body()));
    }

    @Test
    void whatIsCommittedLateIsNotSkipped() throws SQLException {
        String cursor;
        try (Connection slow = DATABASE.connect()) {
            slow.setAutoCommit(false);
            insert(slow, "slow");
            insert("quick");
            String meanwhile = SERVER.get("/tap/changes?since=" + start).body();
            assertThat(seen(meanwhile)).isEmpty();
            cursor = cursor(meanwhile);
            slow.commit();
        }
        assertThat(seen(SERVER.get("/tap/changes?since=" + cursor).body()))
                .containsExactly("insert slow", "insert quick");
    }

    @Test
    void whoWaitsIsAnsweredAtTheNextChange() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting =
                client.sendAsync(get("/tap/changes?WAIT=30&since=" + start).build(), BodyHandlers.ofString());
        insert("awaited");
        assertThat(seen(waiting.get(20, TimeUnit.SECONDS).body())).containsExactly("insert awaited");
        assertThat(seen(SERVER.get("/tap/changes?WAIT=1&since=now").body())).isEmpty();
    }

    @Test
    void eventsStreamAsTheyHappenAndGoOnWhereAClientWasBrokenOff() throws Exception {
        HttpResponse<Stream<String>> stream = stream("/tap/changes?since=" + start);
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        Iterator<String> lines = stream.body().iterator();
        insert("first");
        String id = idOf(lines, "\"rucio_did_name\":\"first\"");
        insert("second");
        idOf(lines, "\"rucio_did_name\":\"second\"");
        stream.body().close();

        HttpResponse<Stream<String>> again = stream("/tap/changes?since=now", "Last-Event-ID", id);
        Iterator<String> rest = again.body().iterator();
        assertThat(nextData(rest)).contains("\"rucio_did_name\":\"second\"");
        again.body().close();
    }

    @Test
    void aCursorFromBeforeWhatIsKeptIsGone() throws SQLException {
        insert("old");
        run("UPDATE ivoa.obscore_changes SET changed_at = now() - interval '31 days'");
        insert("new");
        run("SELECT ivoa.forget_old_changes()");

        HttpResponse<String> answer = SERVER.get("/tap/changes?since=" + start);

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("Changes after " + start + " are no longer kept", "since=now");
        assertThat(seen(SERVER.get("/tap/changes").body())).containsExactly("insert new");
    }

    @ParameterizedTest
    @CsvSource({
        "since=x, 400, 'x&apos; is no place in the feed'",
        "since=999999999-1, 410, is not of this database",
        "MAXREC=0, 400, MAXREC is 0",
        "MAXREC=x, 400, MAXREC",
        "WAIT=soon, 400, WAIT"
    })
    void aWrongRequestIsToldWhatIsWrong(String query, int status, String words) {
        HttpResponse<String> answer = SERVER.get("/tap/changes?" + query);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body().replace("'", "&apos;")).contains(words.replace("'", "&apos;"));
    }

    private static void insert(String name) throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            insert(connection, name);
        }
    }

    private static void insert(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("INSERT INTO rucio.dids (vo, scope, name, data) VALUES ('def', 's', '" + name
                    + "', '{\"calib_level\": 2, \"obs_collection\": \"C\", \"obs_id\": \"O\"}')");
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> seen(String body) {
        return body.lines()
                .filter(line -> line.contains("\"change\""))
                .map(line -> line.replaceAll(".*\"change\":\"([a-z]+)\".*\"rucio_did_name\":\"([^\"]+)\".*", "$1 $2"))
                .toList();
    }

    private static String cursor(String body) {
        return body.lines().reduce((first, last) -> last).orElseThrow().replaceAll(".*\"cursor\":\"([^\"]+)\".*", "$1");
    }

    /** Reads up to the event with these words; gives its id. */
    private static String idOf(Iterator<String> lines, String words) {
        String id = "";
        while (true) {
            String line = lines.next();
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            }
            if (line.contains(words)) {
                return id;
            }
        }
    }

    private static String nextData(Iterator<String> lines) {
        String line = lines.next();
        while (!line.startsWith("data: ")) {
            line = lines.next();
        }
        return line;
    }

    private HttpResponse<Stream<String>> stream(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = get(path).header("Accept", "text/event-stream");
        Map<String, String> more = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        more.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofLines());
    }

    private static HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(SERVER.url(path))).timeout(Duration.ofSeconds(60));
    }
}
