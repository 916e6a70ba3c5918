package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Region columns against region columns: a circle, two polygons and two compound shapes, and many small circles far from them. */
class RegionPairTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy((url, user, password) -> {});

    private static final List<String> NAMES = List.of("circle", "square", "tiles", "far", "pair");
    private static final Set<String> APART = Set.of("circle far", "square far", "tiles far");
    private static final Set<String> INSIDE =
            Set.of("square circle", "tiles circle", "tiles square", "circle pair", "square pair", "tiles pair");

    private static SkyDatabase sky;

    @BeforeAll
    static void shapes() throws SQLException {
        sky = SkyDatabase.in(DATABASE);
        sky.execute("DELETE FROM ivoa.obscore");
        insert("circle", "s_region_circle", "scircle '<(10d,10d),5d>'");
        insert("square", "s_region_polygon", "spoly '{(9d,9d),(11d,9d),(11d,11d),(9d,11d)}'");
        insert("far", "s_region_polygon", "spoly '{(99d,-1d),(101d,-1d),(101d,1d),(99d,1d)}'");
        insert(
                "tiles",
                "s_region_bound, s_region_circles, s_region_boxes",
                "scircle '<(10d,10d),1d>', '{\"<(10.5d,10d),0.1d>\"}', '{\"((9.8d,9.8d),(10.2d,10.2d))\"}'");
        insert(
                "pair",
                "s_region_bound, s_region_circles",
                "scircle '<(55d,5d),60d>', '{\"<(10d,10d),6d>\",\"<(100d,0d),1d>\"}'");
        sky.execute("INSERT INTO ivoa.obscore (obs_id, s_region, s_region_circle)"
                + " SELECT 'small', 'x', scircle(spoint(radians(i % 360), radians(-60 + i / 360)), 1e-4)"
                + " FROM generate_series(1, 7000) AS i");
        sky.execute("INSERT INTO ivoa.obscore (obs_id) VALUES ('none')");
        sky.execute("ANALYZE ivoa.obscore");
    }

    @AfterAll
    static void close() throws SQLException {
        sky.close();
    }

    @Test
    void intersectsIsTheSameFromBothSides() throws SQLException {
        Set<String> expected = pairs();
        APART.forEach(pair -> expected.removeAll(List.of(pair, turned(pair))));

        assertThat(where("INTERSECTS(a.s_region, b.s_region) = 1")).isEqualTo(expected);
        assertThat(where("INTERSECTS(a.s_region, b.s_region) = 0")).isEqualTo(without(expected));
    }

    @Test
    void containsAsksForEachPartOfTheFirst() throws SQLException {
        Set<String> expected =
                NAMES.stream().map(name -> name + " " + name).collect(Collectors.toCollection(TreeSet::new));
        expected.addAll(INSIDE);

        assertThat(where("CONTAINS(a.s_region, b.s_region) = 1")).isEqualTo(expected);
        assertThat(where("CONTAINS(a.s_region, b.s_region) = 0")).isEqualTo(without(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "9 11 9 11,tiles",
        "0 20 0 20,circle square tiles",
        "0 360 -10 20,circle far pair square tiles",
        "350 179 -89 89,circle far pair square tiles",
        "350 170 -60 89,circle far pair square tiles",
        "20 360 -90 0,''",
    })
    void aRangeHoldsRegions(String range, String names) throws SQLException {
        assertThat(names("CONTAINS(s_region, REGION('Range " + range + "')) = 1"))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "14.9 20 10 10.1,circle pair",
        "9 9.85 9 9.85,circle pair square tiles",
        "10.55 10.8 9 12,circle pair square tiles",
        "9.9 10.1 6 9.1,circle pair square",
        "0 360 4.5 5.5,circle pair",
        "0 360 -90 4.5,far pair",
        "99 101 0 80,far pair",
        "120 340 -90 90,''",
    })
    void aRangeMeetsRegions(String range, String names) throws SQLException {
        assertThat(names("INTERSECTS(REGION('Range " + range + "'), s_region) = 1"))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({"9.9 10.1 9.9 10.1,circle pair square tiles", "98 102 -2 2,''", "99.9 100.1 -0.1 0.1,far pair"})
    void aRegionHoldsARange(String range, String names) throws SQLException {
        assertThat(names("CONTAINS(REGION('Range " + range + "'), s_region) = 1"))
                .isEqualTo(names);
    }

    private static String names(String condition) throws SQLException {
        return sky.query("SELECT obs_id FROM ivoa.obscore WHERE obs_id <> 'small' AND " + condition).stream()
                .map(row -> (String) row.get(0))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void aMissingRegionGivesNull() throws SQLException {
        assertThat(sky.query("SELECT INTERSECTS(a.s_region, b.s_region) FROM ivoa.obscore AS a, ivoa.obscore AS b"
                        + " WHERE a.obs_id = 'none' AND b.obs_id = 'square'"))
                .isEqualTo(List.of(Collections.singletonList(null)));
    }

    @ParameterizedTest
    @CsvSource({"circle,78.44,10.0", "square,3.939,10.0", "far,4.0,100.0"})
    void areaAndCentroidAreThoseOfTheOneShape(String name, double area, double ra) throws SQLException {
        List<Object> row = measured(name);

        assertThat((double) row.get(0)).isCloseTo(area, withinPercentage(0.1));
        assertThat((double) row.get(1)).isCloseTo(ra, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiles", "pair", "none"})
    void aCompoundOrMissingRegionHasNoAreaAndNoCentroid(String name) throws SQLException {
        assertThat(measured(name)).containsOnlyNulls();
    }

    private static List<Object> measured(String name) throws SQLException {
        return sky.query("SELECT AREA(s_region), COORD1(CENTROID(s_region)) FROM ivoa.obscore WHERE obs_id = '" + name
                        + "'")
                .get(0);
    }

    @Test
    void aJoinIsAnsweredByTheIndexes() throws SQLException {
        assertThat(plan("INTERSECTS(a.s_region, b.s_region) = 1"))
                .contains("obscore_s_region_circle_idx", "obscore_s_region_polygon_idx", "obscore_s_region_bound_idx");
        assertThat(plan("CONTAINS(a.s_region, b.s_region) = 1"))
                .contains("obscore_s_region_circle_idx", "obscore_s_region_polygon_idx", "obscore_s_region_bound_idx");
    }

    private static String plan(String condition) throws SQLException {
        String sql = SkyDatabase.sql("SELECT a.obs_id FROM ivoa.obscore AS a JOIN ivoa.obscore AS b ON " + condition);
        try (var statement = sky.connection().createStatement();
                var result = statement.executeQuery("EXPLAIN " + sql)) {
            StringBuilder plan = new StringBuilder();
            while (result.next()) {
                plan.append(result.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private static Set<String> where(String condition) throws SQLException {
        return sky
                .query("SELECT a.obs_id || ' ' || b.obs_id FROM ivoa.obscore AS a JOIN ivoa.obscore AS b ON "
                        + condition + " WHERE a.obs_id <> 'small' AND b.obs_id <> 'small'")
                .stream()
                .map(row -> (String) row.get(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> pairs() {
        return NAMES.stream()
                .flatMap(a -> NAMES.stream().map(b -> a + " " + b))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> some) {
        Set<String> others = pairs();
        others.removeAll(some);
        return others;
    }

    private static String turned(String pair) {
        return Stream.of(pair.split(" ", 2)).reduce((a, b) -> b + " " + a).orElseThrow();
    }

    private static void insert(String name, String columns, String values) throws SQLException {
        sky.execute("INSERT INTO ivoa.obscore (obs_id, s_region, " + columns + ") VALUES ('" + name + "', 'x', "
                + values + ")");
    }
}
