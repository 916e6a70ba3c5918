package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dapple.adql.check.AdqlChecker;
import org.dapple.adql.function.Functions;
import org.dapple.adql.function.Signature;
import org.dapple.adql.function.UserDefined;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.adql.resolved.AggregateFunction;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function and operator, run on PostgreSQL and compared with what reference.py computes: {@code src/test/resources/reference}. Each
 * case runs with its numbers as literals and again with its numbers in columns, which the translator writes in other ways.
 */
class ReferenceTest {
    /** pgSphere has no SQLSTATE of its own. */
    private static final Pattern REFUSED = Pattern.compile("22...|XX000.*(spherepoly|radius must be).*");

    private static final Pattern NUMBER = Pattern.compile(
            "'(?:[^']|'')*'|(?<=\\bivo_histogram\\([^,]{1,40}),.*?\\)|\\bCAST\\(.*? AS [^)]*\\(\\d+\\)|(?<![\\w.])(?:\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|\\.\\d+)(?![\\w.])");

    private static final List<ReferenceCase> CASES = ReferenceCase.all();

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

    static List<ReferenceCase> cases() {
        return CASES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void literalsGiveTheReferencesValue(ReferenceCase one) throws SQLException {
        for (int i = 0; i < one.expressions().size(); i++) {
            String expected = one.expected().get(i).replace("no shape", "error");
            check(literals(one.expressions().get(i)), expected, one.tolerance());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void columnsGiveTheReferencesValue(ReferenceCase one) throws SQLException {
        for (int i = 0; i < one.expressions().size(); i++) {
            String expected = one.expected().get(i).replace("no shape", "NULL");
            check(columns(one.expressions().get(i)), expected, one.tolerance());
        }
    }

    @Test
    void everyFunctionHasACase() {
        Set<Signature> tried = new HashSet<>();
        for (ReferenceCase one : cases()) {
            if (Collections.disjoint(one.expected(), List.of("error", "no shape"))) {
                collect(
                        new AdqlChecker(Sky.CATALOG)
                                .check(AdqlParser.parse(
                                        literals(one.expressions().get(0)))),
                        tried);
            }
        }
        Stream<Signature> ofRows = Functions.userDefined().stream().map(UserDefined::signature);
        assertThat(Stream.concat(Functions.all().stream(), ofRows)
                        .filter(row -> !tried.contains(row) && !isMentioned(row)))
                .as("functions without a line in src/test/resources/reference/*.txt")
                .isEmpty();
    }

    /** What has no SQL of its own may leave no trace in the checked query. */
    private static boolean isMentioned(Signature row) {
        return row.sql().isEmpty()
                && CASES.stream()
                        .anyMatch(one -> one.line().toUpperCase(Locale.ROOT).contains(row.name() + "("));
    }

    private static void check(String adql, String expected, double tolerance) throws SQLException {
        Optional<Object> value = value(adql);
        if (value.isEmpty()) {
            assertThat("error").as(adql).isEqualTo(expected);
            return;
        }
        String[] words = expected.split(" ", 2);
        switch (words[0]) {
            case "number" -> close(adql, List.of(value.get().toString()), List.of(words[1]), tolerance);
            case "numbers" ->
                close(
                        adql,
                        Arrays.asList(value.get().toString().split(" ")),
                        Arrays.asList(words[1].split(" ")),
                        tolerance);
            case "text" -> assertThat("text " + value.get()).as(adql).isEqualTo(expected);
            default -> assertThat(value.get()).as(adql).isEqualTo(expected);
        }
    }

    private static void close(String adql, List<String> actual, List<String> expected, double tolerance) {
        assertThat(actual).as(adql).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            double number = Double.parseDouble(expected.get(i));
            double value = Double.parseDouble(actual.get(i));
            double allowed = tolerance * Math.max(1, Math.abs(number));
            assertThat(Double.compare(value, number) == 0 || Math.abs(value - number) <= allowed)
                    .as("%s is %s, should be %s", adql, value, number)
                    .isTrue();
        }
    }

    /** Nothing if the value was refused, by the checker or for the data. */
    private static Optional<Object> value(String adql) throws SQLException {
        try {
            Object value = sky.query(adql).get(0).get(0);
            return Optional.of(value == null ? "NULL" : value);
        } catch (AdqlException e) {
            return Optional.empty();
        } catch (SQLException e) {
            if (REFUSED.matcher(e.getSQLState() + " " + e.getMessage()).lookingAt()) {
                return Optional.empty();
            }
            throw new SQLException(adql + "\n" + e.getMessage(), e);
        }
    }

    private static String literals(String expression) {
        return "SELECT " + expression + " AS v FROM cat.stars WHERE id = 1";
    }

    private static String columns(String expression) {
        List<String> columns = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(expression);
        String moved = numbers.replaceAll(found -> {
            if (!Character.isDigit(found.group().charAt(0)) && found.group().charAt(0) != '.') {
                return Matcher.quoteReplacement(found.group());
            }
            columns.add(found.group() + " AS c" + columns.size());
            return "a.c" + (columns.size() - 1);
        });
        columns.add("id");
        return "SELECT " + moved + " AS v FROM (SELECT " + String.join(", ", columns)
                + " FROM cat.stars WHERE id = 1) AS a";
    }

    /** The functions that are called anywhere in a tree of records. */
    private static void collect(Object node, Set<Signature> found) {
        if (node instanceof Signature signature) {
            found.add(signature);
        }
        if (node instanceof AggregateFunction aggregate) {
            Functions.userDefined().stream()
                    .map(UserDefined::signature)
                    .filter(row -> row.name().equalsIgnoreCase(aggregate.name()))
                    .forEach(found::add);
        }
        if (node instanceof Collection<?> nodes) {
            nodes.forEach(each -> collect(each, found));
        } else if (node instanceof Optional<?> optional) {
            optional.ifPresent(each -> collect(each, found));
        } else if (node instanceof Record) {
            for (RecordComponent component : node.getClass().getRecordComponents()) {
                collect(read(node, component), found);
            }
        }
    }

    private static Object read(Object node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
