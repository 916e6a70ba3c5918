package org.dapple.dbinit.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.dapple.dbinit.Migrations;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdjsonLoaderTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private final List<String> badLines = new ArrayList<>();
    private final List<LoadCount> progress = new ArrayList<>();

    @AfterEach
    void empty() throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE rucio.dids, rucio.replicas, rucio.rses");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"scope":"s"                                     | 1 is not JSON: Unexpected end-of-input: expected close marker for Object (column 13)
            [1]                                              | 1 is not a JSON object
            {"scope":"s","name":"n"}                         | 1 has no "data"
            {"scope":"s","name":"n","data":[]}               | 1 "data" is not a JSON object
            {"scope":"s","name":"n","data":null}             | 1 "data" is not a JSON object
            {"name":"n","data":{}}                           | 1 has no "scope"
            {"scope":"s","data":{}}                          | 1 has no "name"
            {"scope":1,"name":"n","data":{}}                 | 1 "scope" is not a text of one character or more
            {"scope":"s","name":"","data":{}}                | 1 "name" is not a text of one character or more
            {"scope":"s","name":"n","vo":7,"data":{}}        | 1 "vo" is not a text of one character or more
            {"scope":"s","name":"n","data":{"a":"\\u0000"}}  | 1 "data" holds \\u0000, which PostgreSQL cannot store
            {"scope":"s","name":"n","data":{},"replicas":7}  | 1 "replicas" is not a list
            {"scope":"s","name":"n","data":{},"replicas":[{"rse":"R"}]} | 1 has no "pfn"
            {"scope":"s","name":"n","data":{},"replicas":[{"rse":"R","pfn":"p","bytes":"many"}]} | 1 was refused by the database: ERROR: invalid input syntax for type bigint: "many"
            {"rse":"R","latitude":91,"longitude":0}          | 1 was refused by the database: ERROR: new row for relation "rses" violates check constraint "rses_latitude_check"
            {"rse":7}                                        | 1 "rse" is not a text of one character or more
            {"scope":"s","name":"n\\u0000","data":{}}        | 1 "name" holds \\u0000, which PostgreSQL cannot store
            """)
    void aBadLineIsReportedByNumberAndReason(String line, String report) throws Exception {
        assertThat(load(line)).isEqualTo(new LoadCount(1, 0, 1));
        assertThat(badLines).containsExactly(report);
    }

    @Test
    void replicasAndStorageElementsAreUpserted() throws Exception {
        String lines = "{\"rse\": \"FAR\", \"site\": \"Farside\", \"latitude\": 10, \"longitude\": 20}\n"
                + "{\"scope\": \"s\", \"name\": \"n\", \"data\": {}, \"replicas\": ["
                + "{\"rse\": \"FAR\", \"pfn\": \"https://far/n\", \"bytes\": 7},"
                + "{\"rse\": \"NEW\", \"pfn\": \"https://new/n\"}]}";

        assertThat(load(lines)).isEqualTo(new LoadCount(2, 2, 0));
        assertThat(load(lines.replace("\"bytes\": 7", "\"bytes\": 8"))).isEqualTo(new LoadCount(2, 2, 0));
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT string_agg(concat_ws(' ', rse, site, latitude, pfn, state, bytes),"
                                + " '; ' ORDER BY rse) FROM rucio.replicas JOIN rucio.rses USING (rse)")) {
            rows.next();
            assertThat(rows.getString(1))
                    .isEqualTo("FAR Farside 10 https://far/n AVAILABLE 8; NEW https://new/n AVAILABLE");
        }
    }

    @Test
    void badLinesDoNotKeepTheOthersOut() throws Exception {
        LoadCount count = load(
                did("a", "{}"), "nonsense", "", did("b", "{\"x\": \"\\ud800\"}"), did("c", "{\"x\": \"\\\\u0000\"}"));
        assertThat(count).isEqualTo(new LoadCount(5, 2, 2));
        assertThat(badLines).hasSize(2);
        assertThat(badLines.get(0)).startsWith("2 is not JSON");
        assertThat(badLines.get(1)).isEqualTo("4 \"data\" holds half of a surrogate pair, which is no character");
        assertThat(value("SELECT string_agg(name, ',' ORDER BY name) FROM rucio.dids"))
                .isEqualTo("a,c");
    }

    @Test
    void whatOnlyTheDatabaseKnowsToBeBadIsReportedToo() throws Exception {
        LoadCount count = load(did("a", "{}"), did("b", "{\"x\": 1e200000}"), did("c", "{}"));
        assertThat(count).isEqualTo(new LoadCount(3, 2, 1));
        assertThat(badLines).hasSize(1);
        assertThat(badLines.get(0)).startsWith("2 was refused by the database: ERROR: value overflows numeric format");
    }

    @Test
    void linesOfOneDidAreMergedInTheirOrder() throws Exception {
        load(did("a", "{\"x\": 1, \"y\": 1}"), did("a", "{\"x\": 2}"), did("a", "{\"z\": 3}"));
        assertThat(value("SELECT data FROM rucio.dids")).isEqualTo("{\"x\": 2, \"y\": 1, \"z\": 3}");
    }

    @Test
    void numbersStayAsTheyAreWritten() throws Exception {
        load(did("a", "{\"long\": 12345678901234567890.10, \"big\": 1e400}"));
        assertThat(value("SELECT data->>'long' FROM rucio.dids")).isEqualTo("12345678901234567890.10");
        assertThat(value("SELECT length(data->>'big') FROM rucio.dids")).isEqualTo("401");
    }

    @Test
    void voIsDefUnlessTheLineNamesOne() throws Exception {
        load(did("a", "{}"), "{\"vo\": \"ska\", \"scope\": \"s\", \"name\": \"b\", \"data\": {}}");
        assertThat(value("SELECT string_agg(vo, ',' ORDER BY name) FROM rucio.dids"))
                .isEqualTo("def,ska");
    }

    @Test
    void manyLinesGoInBatchesWithProgress() throws Exception {
        LoadCount count =
                load(IntStream.range(0, 2500).mapToObj(i -> did("n" + i, "{}")).toArray(String[]::new));
        assertThat(count).isEqualTo(new LoadCount(2500, 2500, 0));
        assertThat(progress).extracting(LoadCount::loaded).containsExactly(1000L, 2000L, 2500L);
    }

    @Test
    void aLineWithoutEndDoesNotFillTheMemory() throws Exception {
        byte[] piece = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        InputStream endless = new SequenceInputStream(Collections.enumeration(Collections.nCopies(65, 0).stream()
                .map(i -> (InputStream) new ByteArrayInputStream(piece))
                .toList()));
        assertThat(load(endless)).isEqualTo(new LoadCount(1, 0, 1));
        assertThat(badLines).containsExactly("1 is longer than 67108864 characters");
    }

    private static String did(String name, String data) {
        return "{\"scope\": \"s\", \"name\": \"" + name + "\", \"data\": " + data + "}";
    }

    private LoadCount load(String... lines) throws IOException, SQLException {
        return load(new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    private LoadCount load(InputStream input) throws IOException, SQLException {
        var listener = new LoadListener() {
            @Override
            public void progress(LoadCount count) {
                progress.add(count);
            }

            @Override
            public void badLine(long number, String reason) {
                badLines.add(number + " " + reason);
            }
        };
        return new NdjsonLoader().load(input, database.jdbcUrl(), database.user(), database.password(), listener);
    }

    private static String value(String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
