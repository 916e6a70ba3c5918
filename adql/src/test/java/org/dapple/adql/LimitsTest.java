package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dapple.adql.AdqlException.Kind;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Endless queries on the stack of a thread of a server: each is a limit at once, or is answered soon by PostgreSQL, which has a stack of its own. */
class LimitsTest {
    private static final int STACK = 1 << 20;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SELECT = "SELECT ra FROM cat.stars AS s";
    private static final String WHERE = SELECT + " WHERE ";

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

    @Test
    void aQueryOfTwoMegabytesIsTooLong() {
        assertThatThrownBy(() -> AdqlParser.parse("x".repeat(2 << 20)))
                .isInstanceOfSatisfying(
                        AdqlException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LIMIT))
                .hasMessage("The query has 2,097,152 characters; the limit is 1,048,576");
    }

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                Arguments.of("parentheses", WHERE + nested("(", "ra", ")", 10_000) + " > 1"),
                Arguments.of("parentheses of conditions", WHERE + nested("(", "ra > 1", ")", 10_000)),
                Arguments.of("parentheses that are not closed", WHERE + "(".repeat(10_000) + "1"),
                Arguments.of("functions", WHERE + nested("ABS(", "ra", ")", 10_000) + " > 1"),
                Arguments.of("negations", WHERE + "NOT ".repeat(10_000) + "ra > 1"),
                Arguments.of("signs", WHERE + "- ".repeat(10_000) + "ra > 1"),
                Arguments.of("casts", WHERE + nested("CAST(", "ra", " AS REAL)", 10_000) + " > 1"),
                Arguments.of(
                        "subqueries as values",
                        WHERE + nested("(SELECT MAX(ra) FROM cat.stars WHERE ra > ", "1", ")", 10_000) + " > 1"),
                Arguments.of("subqueries in FROM", nested("SELECT ra FROM (", SELECT, ") AS x", 10_000)),
                Arguments.of(
                        "subqueries of EXISTS",
                        WHERE + nested("EXISTS (SELECT 1 FROM cat.stars WHERE ", "ra > 1", ")", 10_000)),
                Arguments.of("queries in parentheses", nested("(", SELECT, ")", 10_000)),
                Arguments.of(
                        "joins in parentheses",
                        "SELECT 1 FROM " + nested("(cat.stars JOIN ", "cat.stars", " ON 1 = 1)", 10_000)),
                Arguments.of("unions", SELECT + (" UNION " + SELECT).repeat(5_000)),
                Arguments.of("intersections", SELECT + (" INTERSECT " + SELECT).repeat(5_000)),
                Arguments.of("natural joins", SELECT + " NATURAL JOIN cat.stars".repeat(5_000)),
                Arguments.of("joins", SELECT + " JOIN cat.stars AS x ON 1 = 1".repeat(5_000)),
                Arguments.of("joins to the right", SELECT + " JOIN cat.stars".repeat(300) + " ON 1 = 1".repeat(300)),
                Arguments.of(
                        "tables",
                        SELECT + many(5_000, ", ", i -> ", cat.stars AS s" + i).replace(", ,", ",")),
                Arguments.of("columns", "SELECT " + many(1_700, ", ", i -> "ra") + " FROM cat.stars"),
                Arguments.of("sort keys", SELECT + " ORDER BY " + many(1_700, ", ", i -> "ra + " + i)),
                Arguments.of("group keys", SELECT + " GROUP BY ra, " + many(1_700, ", ", i -> "id + " + i)),
                Arguments.of("a sum", WHERE + many(100_000, " + ", Integer::toString) + " > 1"),
                Arguments.of("a concatenation", WHERE + many(100_000, " || ", i -> "'x'") + " = ''"),
                Arguments.of(
                        "long sums within each other",
                        WHERE + nested("(", "1" + " + 1".repeat(450), " + 1".repeat(450) + ")", 140) + " > 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMuch")
    void whatIsEndlessIsALimitOrASyntaxError(String what, String adql) {
        assertThatThrownBy(() -> translated(adql))
                .isInstanceOfSatisfying(
                        AdqlException.class, e -> assertThat(e.kind()).isIn(Kind.LIMIT, Kind.SYNTAX));
    }

    static Stream<Arguments> much() {
        return Stream.of(
                Arguments.of("parentheses", WHERE + nested("(", "ra", ")", 99) + " > 1"),
                Arguments.of("functions", WHERE + nested("ABS(", "ra", ")", 99) + " > 1"),
                Arguments.of("negations", WHERE + "NOT ".repeat(99) + "ra > 1"),
                Arguments.of("signs", WHERE + "- ".repeat(99) + "ra > 1"),
                Arguments.of(
                        "subqueries as values",
                        WHERE + nested("(SELECT MAX(ra) FROM cat.stars WHERE ra > ", "1", ")", 60) + " > 1"),
                Arguments.of("subqueries in FROM", nested("SELECT ra FROM (", SELECT, ") AS x", 99)),
                Arguments.of(
                        "subqueries of EXISTS",
                        WHERE + nested("EXISTS (SELECT 1 FROM cat.stars WHERE ", "ra > 1", ")", 60)),
                Arguments.of("unions", SELECT + (" UNION " + SELECT).repeat(500)),
                Arguments.of("intersections", SELECT + (" INTERSECT " + SELECT).repeat(500)),
                Arguments.of(
                        "joins",
                        "SELECT s.ra FROM cat.stars AS s"
                                + many(99, "", i -> " JOIN cat.stars AS s" + i + " ON s.id = s" + i + ".id")),
                Arguments.of(
                        "tables",
                        "SELECT s.ra FROM cat.stars AS s" + many(99, "", i -> ", cat.stars AS s" + i)
                                + " WHERE s.id < 0"),
                Arguments.of("a sum", WHERE + many(500, " + ", Integer::toString) + " > 1"),
                Arguments.of("a concatenation", WHERE + many(500, " || ", i -> "'x'") + " = ''"),
                Arguments.of("AND", WHERE + many(60_000, " AND ", i -> "id <> " + i)),
                Arguments.of("OR", WHERE + many(60_000, " OR ", i -> "id = " + i)),
                Arguments.of("a megabyte of numbers", WHERE + "id IN (" + many(150_000, ",", Integer::toString) + ")"),
                Arguments.of("a megabyte of texts", WHERE + "name IN (" + many(90_000, ",", i -> "'n" + i + "'") + ")"),
                Arguments.of("a megabyte of one text", WHERE + "name = '" + "x''".repeat(300_000) + "'"),
                Arguments.of("columns", "SELECT " + many(1_600, ", ", i -> "ra") + " FROM cat.stars"),
                Arguments.of("sort keys", SELECT + " ORDER BY " + many(1_600, ", ", i -> "ra + " + i)),
                Arguments.of("group keys", SELECT + " GROUP BY ra, " + many(1_600, ", ", i -> "id + " + i)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("much")
    void whatIsMuchIsAnsweredSoon(String what, String adql) throws SQLException {
        Instant before = Instant.now();
        sky.execute(translated(adql));
        assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);
    }

    /** Translated in a thread whose stack is as large as it is by default, whatever the tests run in. */
    private static String translated(String adql) {
        CompletableFuture<String> sql = new CompletableFuture<>();
        Runnable work = () -> {
            try {
                sql.complete(SkyDatabase.sql(adql));
            } catch (Throwable e) {
                sql.completeExceptionally(e);
            }
        };
        new Thread(null, work, "translation", STACK).start();
        try {
            return sql.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AdqlException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private static String nested(String opening, String core, String closing, int times) {
        return opening.repeat(times) + core + closing.repeat(times);
    }

    private static String many(int count, String separator, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(separator));
    }
}
