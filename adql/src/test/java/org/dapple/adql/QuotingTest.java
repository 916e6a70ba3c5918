package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.dapple.adql.AdqlException.Kind;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.Catalog;
import org.dapple.adql.catalog.Column;
import org.dapple.adql.catalog.SearchColumns;
import org.dapple.adql.catalog.Table;
import org.dapple.adql.check.AdqlChecker;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.adql.sql.PgSphereTranslator;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a literal, a name or a comment stays there: PostgreSQL gives it back as written, and the database stays as it was. */
class QuotingTest {
    private static final Path PAYLOADS = Path.of("src/test/resources/quoting/payloads.txt");
    private static final String ONE_STAR = " FROM cat.stars WHERE id = 1";

    /** All that there is in the database but what PostgreSQL itself keeps there. */
    private static final String CONTENT = """
            SELECT (SELECT string_agg(n.nspname || '.' || c.relname, ',' ORDER BY n.nspname, c.relname)
                    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname IN ('cat', 'ivoa', 'tap_schema'))
                || (SELECT string_agg(s::text, ',' ORDER BY s.id) FROM cat.stars AS s)
                || (SELECT count(*) FROM ivoa.obscore)""";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    private static SkyDatabase sky;
    private static String content;

    @BeforeAll
    static void fill() throws SQLException {
        sky = SkyDatabase.in(DATABASE);
        content = first(CONTENT);
    }

    @AfterEach
    void nothingElseHappened() throws SQLException {
        assertThat(first(CONTENT)).isEqualTo(content);
    }

    @AfterAll
    static void close() throws SQLException {
        sky.close();
    }

    static List<String> payloads() throws IOException {
        try (Stream<String> lines = Files.lines(PAYLOADS)) {
            return lines.filter(line -> !line.startsWith("# "))
                    .map(String::translateEscapes)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void aLiteralIsItsText(String payload) throws SQLException {
        String literal = literal(payload);
        for (String adql : List.of(
                "SELECT " + literal + ONE_STAR,
                "SELECT COALESCE(NULL, " + literal + ") || ''" + ONE_STAR,
                "SELECT v FROM (SELECT " + literal + " AS v" + ONE_STAR + ") AS q WHERE v = " + literal,
                "SELECT MAX(v) FROM (SELECT " + literal + " AS v FROM cat.stars) AS q WHERE v IN ('no', " + literal
                        + ")",
                "SELECT " + literal + ONE_STAR + " UNION SELECT " + literal + ONE_STAR,
                "SELECT CAST(" + literal + " AS VARCHAR(200))" + ONE_STAR + " AND name NOT LIKE " + literal)) {
            assertThat(sky.query(adql)).as(adql).isEqualTo(List.of(List.of(payload)));
            assertThat(first(SkyDatabase.sql(adql))).as(adql).isEqualTo(payload);
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void anAliasIsItsName(String payload) throws SQLException {
        String name = delimited(payload);
        for (String adql : List.of(
                "SELECT id AS " + name + ONE_STAR,
                "SELECT " + name + " FROM (SELECT id AS " + name + ONE_STAR + ") AS " + name + " ORDER BY " + name,
                "SELECT " + name + ".id AS " + name + " FROM cat.stars AS " + name + " WHERE " + name + ".id = 1",
                "WITH " + name + " AS (SELECT id AS " + name + ONE_STAR + ") SELECT * FROM " + name,
                "SELECT * FROM (SELECT id AS " + name + ONE_STAR + ") AS a JOIN (SELECT id AS " + name
                        + " FROM cat.stars) AS b USING (" + name + ")",
                "SELECT COUNT(*) AS " + name + ONE_STAR + " ORDER BY " + name)) {
            try (PreparedStatement statement = sky.connection().prepareStatement(SkyDatabase.sql(adql));
                    ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).as(adql).isTrue();
                assertThat(rows.getMetaData().getColumnLabel(1)).as(adql).isEqualTo(payload);
                assertThat(rows.getLong(1)).as(adql).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void aPublishedNameIsItself(String payload) throws SQLException {
        String name = delimited(payload);
        String schema = delimited("in " + payload);
        sky.execute("CREATE SCHEMA " + schema);
        sky.execute("CREATE TABLE " + schema + "." + name + " AS SELECT 7 AS " + name);
        Catalog catalog = Catalog.of(
                1,
                List.of(new Table(
                        "in " + payload,
                        payload,
                        null,
                        List.of(Column.of(payload, AdqlType.INTEGER)),
                        SearchColumns.none())));
        String adql = "SELECT " + schema + "." + name + "." + name + " FROM " + schema + "." + name + " WHERE " + name
                + " = 7 ORDER BY " + name;
        String sql = PgSphereTranslator.translate(new AdqlChecker(catalog).check(AdqlParser.parse(adql)))
                .text();
        assertThat(first(sql)).as(adql).isEqualTo("7");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void aCommentEndsWithItsLine(String payload) throws SQLException {
        String comment = "--" + payload.replaceAll("[\\r\\n]", " ") + "\n";
        String adql = comment + "SELECT id " + comment + ONE_STAR + comment + "AND 'x' = 'x'" + comment;
        assertThat(sky.query(adql)).as(adql).isEqualTo(List.of(List.of(1L)));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void outsideOfQuotesItIsAdqlOrAnError(String payload) throws SQLException {
        for (String adql : List.of(
                "SELECT id" + ONE_STAR + " " + payload,
                "SELECT " + payload + ONE_STAR,
                "SELECT id FROM " + payload,
                "SELECT '" + payload + "'" + ONE_STAR,
                "SELECT id AS \"" + payload + "\"" + ONE_STAR,
                "SELECT id FROM cat.stars WHERE name = '" + payload + "'",
                payload)) {
            String sql;
            try {
                sql = SkyDatabase.sql(adql);
            } catch (AdqlException refused) {
                assertThat(refused.getMessage()).isNotBlank();
                continue;
            }
            sky.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a\0b' FROM cat.stars WHERE id = 1",
                "SELECT id AS \"a\0b\" FROM cat.stars WHERE id = 1",
                "SELECT id AS a\0b FROM cat.stars WHERE id = 1",
                "SELECT a.id FROM cat.stars AS \"a\0\" WHERE id = 1",
                "SELECT 'a\ud83d' FROM cat.stars WHERE id = 1",
                "SELECT id AS \"\udc00a\" FROM cat.stars WHERE id = 1",
            })
    void whatPostgresCannotKeepIsASyntaxError(String adql) {
        assertThatThrownBy(() -> SkyDatabase.sql(adql))
                .isInstanceOfSatisfying(
                        AdqlException.class, e -> assertThat(e.kind()).isEqualTo(Kind.SYNTAX))
                .hasMessageMatching("Syntax error at line 1, column \\d+: the character U\\+[0-9A-F]{4} .*");
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String delimited(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String first(String sql) throws SQLException {
        try (PreparedStatement statement = sky.connection().prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }
}
