package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole queries run on PostgreSQL: rows/queries.txt has in each line the ADQL, {@code =>}, the names of the columns, a colon, and the rows between
 * semicolons. The rows of queries without ORDER BY may come in any order.
 */
class RowsTest {
    private static final Path FILE = Path.of("src/test/resources/rows/queries.txt");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    private static SkyDatabase sky;

    @BeforeAll
    static void fill() throws SQLException {
        sky = SkyDatabase.in(DATABASE);
    }

    @AfterAll
    static void close() throws SQLException {
        sky.close();
    }

    record Case(String adql, String columns, List<String> rows) {
        @Override
        public String toString() {
            return adql;
        }
    }

    static List<Case> cases() throws IOException {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RowsTest::read)
                    .toList();
        }
    }

    private static Case read(String line) {
        String[] sides = line.split(" => ", 2);
        String[] answer = sides[1].split(":", 2);
        List<String> rows = answer[1].isBlank()
                ? List.of()
                : Arrays.asList(answer[1].strip().split("; "));
        return new Case(sides[0], answer[0], rows);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aQueryAnswersWhatTheStandardSays(Case one) throws SQLException {
        String sql = SkyDatabase.sql(one.adql());
        List<String> rows = new ArrayList<>();
        try (Statement statement = sky.connection().createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(columns(result)).as(sql).isEqualTo(one.columns());
            while (result.next()) {
                rows.add(row(result));
            }
        }
        if (AdqlParser.parse(one.adql()).orderBy().isEmpty()) {
            assertThat(rows).as(sql).containsExactlyInAnyOrderElementsOf(one.rows());
        } else {
            assertThat(rows).as(sql).isEqualTo(one.rows());
        }
    }

    private static String columns(ResultSet result) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            names.add(result.getMetaData().getColumnLabel(i));
        }
        return String.join(" ", names);
    }

    private static String row(ResultSet result) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            Object value = result.getObject(i);
            values.add(value == null ? "NULL" : value.toString());
        }
        return String.join(" ", values);
    }
}
