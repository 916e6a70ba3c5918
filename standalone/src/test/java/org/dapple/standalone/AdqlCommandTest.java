package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.dapple.testkit.Golden;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdqlCommandTest {

    private static final String CONE = "SELECT TOP 5 obs_id, s_ra, s_region FROM ivoa.obscore "
            + "WHERE DISTANCE(POINT(s_ra, s_dec), POINT(204.254, 29.865)) <= 0.25";

    private static Installation dapple;

    @BeforeAll
    static void start() {
        dapple = Installation.fresh();
        assertThat(dapple.run("up", "--detach", "--demo", "2000").exitCode()).isZero();
    }

    @AfterAll
    static void stop() {
        dapple.close();
    }

    @Test
    void printsWhatWouldBecomeOfAQuery() {
        var outcome = dapple.run("adql", CONE);

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        Golden.assertMatches(
                "adql-cone.txt",
                outcome.output()
                        .replaceAll("(?s)SQL\n.*?\n\n", "SQL\n  …\n\n")
                        .replaceAll("about [\\d,]+ rows, cost [\\d,]+", "about N rows, cost N"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "unknown-column, 'SELECT s_raa FROM ivoa.obscore', ADQL",
        "second-line, 'SELECT obs_id\nFORM ivoa.obscore', ADQL",
        "tab, 'SELECT obs_id,\n\ts_raa FROM ivoa.obscore', ADQL",
        "end, 'SELECT obs_id FROM', ADQL",
        "long-line, 'SELECT obs_id, s_ra, s_dec, t_min, t_max, em_min, em_max, o_ucd, pol_stat, s_fov, s_region, access_url FROM ivoa.obscore', ADQL",
        "later-feature, 'SELECT obs_id FROM ivoa.obscore OFFSET 5', ADQL-2.0",
        "language, 'SELECT obs_id FROM ivoa.obscore', PQL",
        "blank, ' ', ADQL",
    })
    void showsWhereAQueryIsWrong(String name, String query, String language) {
        var outcome = dapple.run("adql", "--lang", language, query);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).isEmpty();
        Golden.assertMatches("adql-errors/" + name + ".txt", outcome.errors());
    }

    @Test
    void readsStandardInput() {
        var terminal = System.in;
        try {
            System.setIn(new ByteArrayInputStream("SELECT 1 AS é".getBytes(StandardCharsets.UTF_8)));
            assertThat(dapple.run("adql", "-").errors()).contains("1 | SELECT 1 AS é");
        } finally {
            System.setIn(terminal);
        }
    }

    @Test
    void needsARunningDatabase() {
        try (var other = Installation.fresh()) {
            var outcome = other.run("adql", CONE);
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.errors()).isEqualTo("dapple: Dapple is not running: ./dapple up\n");
        }
    }

    @Test
    void isCalledWithOneQuery() {
        assertThat(dapple.run("adql").exitCode()).isEqualTo(2);
        assertThat(dapple.run("adql", "SELECT", "1").exitCode()).isEqualTo(2);
        assertThat(dapple.run("adql", "--help").output()).contains("QUERY", "--lang", "ADQL-2.0");
    }
}
