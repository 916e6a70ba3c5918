package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dapple.adql.check.AdqlChecker;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.adql.sql.PgSphereTranslator;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.db.Database;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches on the sky in a table of a size at which plans matter: an index serves, and the rows are those found without one. */
class IndexUseTest {

    private static final String WITHOUT_INDEX = "SET enable_indexscan = off; SET enable_bitmapscan = off";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    private static Database service;
    private static AdqlChecker checker;

    @BeforeAll
    static void insert() {
        Demonstration.insertInto(DATABASE);
        service = new Database(TestSettings.of(DATABASE));
        checker = new AdqlChecker(service.catalogReader().current().catalog());
    }

    @AfterAll
    static void close() {
        service.close();
    }

    static Stream<String> lines() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/plans.txt")).stream()
                .filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void anIndexFindsTheRowsThatAreThere(String line) throws SQLException {
        String[] parts = line.split(" \\| ", 2);
        String sql = sql(parts[0]);
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            assertThat(String.join("\n", rows(statement, "EXPLAIN " + sql)))
                    .containsPattern("Index Cond: .*\\b" + parts[1] + "\\b");
            List<String> found = rows(statement, sql);
            assertThat(found).isNotEmpty();
            statement.execute(WITHOUT_INDEX);
            assertThat(rows(statement, sql)).isEqualTo(found);
        }
    }

    private static String sql(String condition) {
        String adql = condition.startsWith("SELECT")
                ? condition
                : "SELECT obs_publisher_did FROM ivoa.obscore AS o WHERE " + condition;
        return PgSphereTranslator.translate(checker.check(AdqlParser.parse(adql)))
                .text();
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return sql.startsWith("EXPLAIN") ? rows : rows.stream().sorted().toList();
    }
}
