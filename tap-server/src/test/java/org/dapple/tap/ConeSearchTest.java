package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cones on the demonstration survey against plain trigonometry. */
class ConeSearchTest {

    private static final int POSITIONS = 200;

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    private static List<Row> survey;

    private record Row(String id, double ra, double dec) {}

    @BeforeAll
    static void insert() {
        Demonstration.insertInto(DATABASE);
        survey = rows("SELECT rucio_did_scope, rucio_did_name, s_ra, s_dec FROM ivoa.obscore WHERE s_ra IS NOT NULL");
        assertThat(survey).hasSizeGreaterThan(10_000);
    }

    @Test
    void aConeFindsWhatTrigonometryFindsAnywhereOnTheSky() {
        Random random = new Random(20_000);
        List<double[]> positions = new ArrayList<>(List.of(
                new double[] {0, 90},
                new double[] {0, -90},
                new double[] {0, 0},
                new double[] {360, 10},
                new double[] {359.999, -30},
                new double[] {0.001, -30},
                new double[] {120, 89.9},
                new double[] {1, -89.9}));
        survey.stream().limit(20).forEach(row -> positions.add(new double[] {row.ra, row.dec}));
        while (positions.size() < POSITIONS) {
            positions.add(new double[] {
                360 * random.nextDouble(), Math.toDegrees(Math.asin(2 * random.nextDouble() - 1))
            });
        }
        int found = 0;
        for (double[] position : positions) {
            double radius = Math.pow(10, 2 * random.nextDouble() - 0.7);
            List<String> expected = within(position[0], position[1], radius);
            found += expected.size();
            assertThat(ids(contains(position, radius)))
                    .as(contains(position, radius))
                    .isEqualTo(expected);
            assertThat(ids(distance(position, radius)))
                    .as(distance(position, radius))
                    .isEqualTo(expected);
        }
        assertThat(found).as("rows found in all cones").isGreaterThan(1000);
    }

    private static String contains(double[] position, double radius) {
        return "CONTAINS(POINT(s_ra, s_dec), CIRCLE(%s, %s, %s)) = 1".formatted(position[0], position[1], radius);
    }

    private static String distance(double[] position, double radius) {
        return "DISTANCE(POINT(s_ra, s_dec), POINT(%s, %s)) < %s".formatted(position[0], position[1], radius);
    }

    private static List<String> within(double ra, double dec, double radius) {
        return survey.stream()
                .filter(row -> separation(row.ra, row.dec, ra, dec) <= radius)
                .map(Row::id)
                .sorted()
                .toList();
    }

    /** Great-circle distance in degrees (Vincenty's formula on a sphere, exact near and far). */
    private static double separation(double ra1, double dec1, double ra2, double dec2) {
        double dra = Math.toRadians(ra2 - ra1);
        double d1 = Math.toRadians(dec1);
        double d2 = Math.toRadians(dec2);
        double x = Math.cos(d2) * Math.sin(dra);
        double y = Math.cos(d1) * Math.sin(d2) - Math.sin(d1) * Math.cos(d2) * Math.cos(dra);
        double z = Math.sin(d1) * Math.sin(d2) + Math.cos(d1) * Math.cos(d2) * Math.cos(dra);
        return Math.toDegrees(Math.atan2(Math.hypot(x, y), z));
    }

    private static List<String> ids(String condition) {
        return rows("SELECT rucio_did_scope, rucio_did_name, s_ra, s_dec FROM ivoa.obscore WHERE " + condition).stream()
                .map(Row::id)
                .sorted()
                .toList();
    }

    private static List<Row> rows(String query) {
        String csv = SERVER.post("/tap/sync", Map.of("QUERY", query, "FORMAT", "csv"))
                .body();
        return csv.lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(ConeSearchTest::row)
                .toList();
    }

    private static Row row(String[] cells) {
        return new Row(cells[0] + ":" + cells[1], Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
    }
}
