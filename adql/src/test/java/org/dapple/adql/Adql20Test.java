package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dapple.adql.AdqlException.Kind;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.adql.parse.AdqlVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Adql20Test {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT ra FROM t OFFSET 3|OFFSET",
                "SELECT ra FROM t UNION SELECT ra FROM u|UNION",
                "WITH x AS (SELECT ra FROM t) SELECT ra FROM x|WITH",
                "SELECT ra FROM t WHERE name ILIKE 'm%'|ILIKE",
                "SELECT CAST(ra AS INTEGER) FROM t|CAST",
                "SELECT lower(name) FROM t|lower",
                "SELECT 0xFF FROM t|0xFF",
                "SELECT ra FROM t EXCEPT SELECT ra FROM u|EXCEPT",
                "SELECT ra FROM t INTERSECT SELECT ra FROM u|INTERSECT",
                "SELECT COALESCE(ra, 0) FROM t|COALESCE",
                "SELECT IN_UNIT(ra, 'rad') FROM t|IN_UNIT",
                "SELECT POINT(ra, dec) FROM t|POINT",
                "SELECT ra FROM t WHERE 1 = CONTAINS(POINT('ICRS', ra, dec), CIRCLE(ra, dec, 1))|CIRCLE",
                "SELECT BOX(ra, dec, 1, 1) FROM t|BOX",
                "SELECT POLYGON(1, 2, 3, 4, 5, 6) FROM t|POLYGON",
                "SELECT POLYGON('ICRS', POINT('', 1, 2), POINT('', 3, 4), POINT('', 5, 6)) FROM t|POLYGON",
                "SELECT POLYGON('ICRS', a, b, c) FROM t|POLYGON",
                "SELECT POLYGON('ICRS', a, b, c, d, e, f, g) FROM t|POLYGON",
                "SELECT DISTANCE(1, 2, 3, 4) FROM t|DISTANCE",
                "SELECT ra FROM t WHERE TRUE = flag|TRUE",
                "SELECT NULL FROM t|NULL",
                "SELECT ra FROM t ORDER BY ra + 1|ORDER BY",
            })
    void whatCameWithAdql21IsRefusedWithAdvice(String adql, String token) {
        assertThatThrownBy(() -> AdqlParser.parse(adql, AdqlVersion.V2_0))
                .isInstanceOfSatisfying(
                        AdqlException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FEATURE))
                .hasMessageContainingAll(token, "ADQL-2.1");
        assertThatNoException().isThrownBy(() -> AdqlParser.parse(adql, AdqlVersion.V2_1));
    }

    @Test
    void whatBothHaveIsAccepted() {
        assertThatNoException()
                .isThrownBy(() -> AdqlParser.parse(
                        "SELECT TOP 5 lower, t.upper AS union FROM t WHERE ra IS NOT NULL"
                                + " AND 1 = CONTAINS(POINT('ICRS', ra, dec), CIRCLE('ICRS', 1, ABS(-2), POWER(1, 3)))"
                                + " AND 0 = CONTAINS(POINT('ICRS', ra, dec), POLYGON('ICRS', 1, 2, ABS(3), 4, 5, POWER(6, 1)))"
                                + " AND DISTANCE(POINT('', ra, dec), POINT('', 1, 2)) < 3 ORDER BY 1, ra",
                        AdqlVersion.V2_0));
    }
}
