package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dapple.adql.AdqlException.Kind;
import org.dapple.adql.check.AdqlChecker;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.adql.sql.PgSphereTranslator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    @Test
    void aQueryOfTwoMegabytesIsTooLong() {
        assertThatThrownBy(() -> AdqlParser.parse("x".repeat(2 << 20)))
                .isInstanceOfSatisfying(
                        AdqlException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LIMIT))
                .hasMessage("The query has 2,097,152 characters; the limit is 1,048,576");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "NOT ", "- ", "ABS(", "x + ", "(x + ", "(SELECT ra FROM cat.stars WHERE ra = ", "((SELECT "
            })
    void endlessNestingIsALimitOrASyntaxError(String opening) {
        assertThatThrownBy(() -> run("SELECT ra FROM cat.stars WHERE " + opening.repeat(10_000) + "1"))
                .isInstanceOfSatisfying(
                        AdqlException.class, e -> assertThat(e.kind()).isIn(Kind.LIMIT, Kind.SYNTAX));
    }

    @ParameterizedTest
    @ValueSource(strings = {" UNION SELECT ra FROM cat.stars", " NATURAL JOIN cat.stars"})
    void endlessRepetitionIsALimit(String repeated) {
        assertThatThrownBy(() -> run("SELECT ra FROM cat.stars" + repeated.repeat(5_000)))
                .isInstanceOfSatisfying(
                        AdqlException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LIMIT));
    }

    @Test
    void twoHundredParenthesesAreFine() {
        assertThat(run("SELECT ra FROM cat.stars WHERE " + "(".repeat(199) + "ra" + ")".repeat(199) + " > 1"))
                .endsWith("WHERE stars.ra > 1");
    }

    @Test
    void aMegabyteOfValuesIsFine() {
        String list = IntStream.range(0, 100_000).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        assertThat(run("SELECT ra FROM cat.stars WHERE id IN (" + list + ")")).endsWith("99999)");
    }

    @Test
    void tenThousandConditionsAreFine() {
        String conditions =
                IntStream.range(0, 10_000).mapToObj(i -> "id = " + i).collect(Collectors.joining(" OR "));
        assertThat(run("SELECT ra FROM cat.stars WHERE " + conditions)).endsWith("stars.id = 9999");
    }

    private static String run(String adql) {
        return PgSphereTranslator.translate(new AdqlChecker(Sky.CATALOG).check(AdqlParser.parse(adql)))
                .text();
    }
}
