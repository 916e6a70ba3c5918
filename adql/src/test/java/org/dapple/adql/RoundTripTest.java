package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;

import org.dapple.adql.ast.Query;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.adql.parse.AdqlWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    @ParameterizedTest
    @MethodSource("org.dapple.adql.GoldenTest#cases")
    void whatIsWrittenParsesToTheSameTree(GoldenTest.Case one) {
        check(one.adql());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT - - 1, -(-x), a - (b - c), a - b - c, a * (b + c) / d, -(a + b) FROM t",
                "SELECT x FROM t WHERE NOT NOT a = 1 AND NOT (b = 2 OR c = 3 AND d = 4)",
                "SELECT x FROM t WHERE (a = 1) = (b = 2) AND (a = 1 OR b = 2) IS NULL",
                "SELECT x FROM a JOIN (b LEFT JOIN c ON b.x = c.x) USING (x, \"y\") CROSS JOIN d, e NATURAL FULL JOIN f",
                "SELECT x FROM a UNION (SELECT TOP 3 y FROM b ORDER BY y OFFSET 2) EXCEPT ALL SELECT z FROM c INTERSECT SELECT u FROM d",
                "SELECT \"a\"\"b\", 'it''s', 'x'\n'y' FROM \"S\".\"T\" AS \"select\" ORDER BY a + 1 DESC, b",
            })
    void parenthesesAreKeptWhereTheyMatter(String adql) {
        check(adql);
    }

    /** Also what the other tests make up. */
    static void check(String adql) {
        Query tree = AdqlParser.parse(adql);
        String written = AdqlWriter.write(tree);
        Query again = AdqlParser.parse(written);
        assertThat(Tree.withoutPositions(again)).as(written).isEqualTo(Tree.withoutPositions(tree));
        assertThat(AdqlWriter.write(again)).isEqualTo(written);
    }
}
