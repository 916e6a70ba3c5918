package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.dapple.dbinit.Migrations;
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

/** Scalars and arrays of every type, awkward ones among them, read back from every format and compared with what the database itself says. */
class EveryFormatTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    /** Each row as PostgreSQL makes JSON of it. */
    private static final String TRUTH = """
            SELECT json_build_array(row_number, truth, small, whole, large, single, twofold, words, moment,
              CASE WHEN place IS NOT NULL THEN json_build_array(degrees(long(place)), degrees(lat(place))) END,
              flags, smalls, wholes, larges, singles, span, grid, labels::text)::text
            FROM ivoa.awkward ORDER BY row_number
            """;

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @TempDir
    private Path folder;

    @BeforeAll
    static void publish() throws SQLException, IOException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(RESOURCES.resolve("awkward.sql")));
        }
    }

    @Test
    void everyFormatIsEqualToTheDatabase() throws SQLException, IOException {
        Path truth = Files.write(folder.resolve("truth.ndjson"), truth());

        Program.Result result = Program.python()
                .run(RESOURCES.resolve("read_every_format.py").toString(), SERVER.url("/tap"), truth.toString());

        assertThat(result.output()).endsWith("all is well\n");
        assertThat(result.exitCode()).isZero();
    }

    private static List<String> truth() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TRUTH)) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        return lines;
    }

    /** votlint 3.4.7 wants numbers in every array of TABLEDATA, and does not read the length of one in a binary stream. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "votable/td | SELECT * FROM ivoa.awkward WHERE row_number = 1",
                "votable/td | SELECT row_number, truth, small, whole, large, single, twofold, words, moment FROM ivoa.awkward",
                "votable/b  | SELECT row_number, truth, small, twofold, words, moment, wholes, span, grid, place FROM ivoa.awkward WHERE row_number <> 6",
                "votable/b2 | SELECT row_number, truth, small, whole, large, single, twofold, words, moment, wholes, span, grid, place FROM ivoa.awkward",
            })
    void votlintFindsNothing(String format, String query) {
        String url =
                SERVER.url("/tap/sync?FORMAT=" + format + "&QUERY=" + URLEncoder.encode(query, StandardCharsets.UTF_8));

        assertThat(Program.stilts().run("votlint", "votable=" + url).output()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT COUNT(*) AS n FROM ivoa.awkward WHERE wholes IS NULL | 1",
                "SELECT COUNT(flags) AS n FROM ivoa.awkward | 5",
                "SELECT smalls AS s FROM ivoa.awkward WHERE row_number = 4 | null 1",
                "SELECT ivo_histogram(whole, 0, 2, 2) AS h FROM ivoa.awkward | 2 1 1 1",
                "SELECT truth, ivo_histogram(twofold, -1, 1, 2) AS h FROM ivoa.awkward WHERE truth GROUP BY truth | true,1 0 0 1",
                "SELECT row_number FROM ivoa.awkward WHERE CONTAINS(place, CIRCLE(10, -20, 1)) = 1 | 1",
            })
    void arraysAndShapesAreAskedFor(String query, String row) {
        String url = SERVER.url("/tap/sync?FORMAT=csv&QUERY=" + URLEncoder.encode(query, StandardCharsets.UTF_8));

        assertThat(SERVER.get(url.substring(url.indexOf("/tap/")))
                        .body()
                        .lines()
                        .skip(1))
                .containsExactly(row);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT row_number FROM ivoa.awkward WHERE wholes = 1 | = cannot compare arrays; an array can be selected and tested with IS NULL",
                "SELECT wholes + 1 FROM ivoa.awkward | + needs numbers, and this is INTEGER[]",
                "SELECT larges FROM ivoa.awkward ORDER BY larges | ORDER BY cannot sort column larges, an array (BIGINT[])",
            })
    void whatAnArrayMayNotBeUsedForIsSaid(String query, String message) {
        String url = "/tap/sync?QUERY=" + URLEncoder.encode(query, StandardCharsets.UTF_8);

        assertThat(SERVER.get(url).statusCode()).isEqualTo(400);
        assertThat(SERVER.get(url).body()).contains(message.replace("<", "&lt;"));
    }
}
