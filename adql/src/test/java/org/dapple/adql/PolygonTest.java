package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.dapple.adql.check.AdqlChecker;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Polygons of random corners, small and large ones: what the checker lets pass is what pgSphere takes. */
class PolygonTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy((url, user, password) -> {});

    private static SkyDatabase sky;

    @BeforeAll
    static void open() throws SQLException {
        sky = SkyDatabase.in(DATABASE);
    }

    @AfterAll
    static void close() throws SQLException {
        sky.close();
    }

    @Test
    void whatIsRefusedIsWhatTheDatabaseWouldRefuse() throws SQLException {
        Random random = new Random(20261126);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            List<double[]> corners = corners(random);
            boolean taken = isTaken(corners);
            assertThat(isPolygon(corners)).as(text(corners, ", ", "%s, %s")).isEqualTo(taken);
            refused += taken ? 0 : 1;
        }
        assertThat(refused).isBetween(500, 2500);
    }

    /** Up to seven corners within a few degrees or half the sky of each other. */
    private static List<double[]> corners(Random random) {
        double reach = random.nextBoolean() ? 4 : 89;
        double longitude = 360 * random.nextDouble();
        double latitude = (90 - reach) * (2 * random.nextDouble() - 1);
        List<double[]> corners = new ArrayList<>();
        for (int i = 3 + random.nextInt(5); i > 0; i--) {
            corners.add(new double[] {
                longitude + 2 * reach * random.nextDouble(), latitude + reach * (2 * random.nextDouble() - 1)
            });
        }
        return corners;
    }

    private static boolean isTaken(List<double[]> corners) {
        try {
            new AdqlChecker(Sky.CATALOG)
                    .check(AdqlParser.parse(
                            "SELECT POLYGON(" + text(corners, ", ", "%s, %s") + ") AS p FROM ivoa.obscore"));
            return true;
        } catch (AdqlException e) {
            assertThat(e).hasMessageContaining("POLYGON").hasMessageContaining("(line 1, column 8)");
            return false;
        }
    }

    private static boolean isPolygon(List<double[]> corners) {
        try {
            sky.execute("SELECT spoly '{" + text(corners, ",", "(%sd,%sd)") + "}'");
            return true;
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("spherepoly");
            return false;
        }
    }

    private static String text(List<double[]> corners, String between, String form) {
        return corners.stream()
                .map(corner -> String.format(Locale.ROOT, form, number(corner[0]), number(corner[1])))
                .collect(Collectors.joining(between));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.6f", number);
    }
}
