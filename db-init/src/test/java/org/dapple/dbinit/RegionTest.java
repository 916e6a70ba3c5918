package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** s_region in every form: what it holds, what it does not, or why it cannot be used. */
class RegionTest {

    /** A line of regions.txt. */
    record Case(String region, List<String> inside, List<String> outside, String problem) {}

    /** What a search does: the one shape, or the bound and then the parts. */
    private static final String CONTAINS = """
            SELECT coalesce(r.circle @> p, r.polygon @> p, r.bound @> p AND ivoa.region_contains(r.circles, r.polygons, r.boxes, p))
            FROM ivoa.parse_region(?) AS r, spoint(radians(?::double precision), radians(?::double precision)) AS p
            """;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private Dids dids;

    @BeforeEach
    void connect() throws SQLException {
        dids = new Dids(database);
    }

    @AfterEach
    void disconnect() throws SQLException {
        dids.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsWhatItShouldOrSaysWhyNot(Case c) throws SQLException {
        String problem = dids.value("SELECT (ivoa.parse_region(?)).problem", c.region());
        assertThat(problem == null ? "" : problem).isEqualTo(c.problem());
        for (String point : c.inside()) {
            assertThat(contains(c.region(), point)).as(point).isEqualTo("t");
        }
        for (String point : c.outside()) {
            assertThat(contains(c.region(), point)).as(point).isEqualTo("f");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isEitherATextWithShapesOrAProblem(Case c) throws SQLException {
        assertThat(dids.value(
                        "SELECT num_nonnulls(r.circle, r.polygon, r.bound) || ' ' || num_nonnulls(r.text, r.problem)"
                                + " FROM ivoa.parse_region(?) AS r",
                        c.region()))
                .isEqualTo(c.problem().isEmpty() ? "1 1" : "0 1");
    }

    private String contains(String region, String point) throws SQLException {
        String[] coordinates = point.split(",", 2);
        return dids.value(CONTAINS, region, coordinates[0], coordinates[1]);
    }

    @Test
    void theTextIsNormalisedAndKeepsItsNumbers() throws SQLException {
        assertThat(text("POLYGON   10.50 1e1 20 10 20 20")).isEqualTo("Polygon ICRS 10.50 1e1 20 10 20 20");
        assertThat(text("circle fk5 10 20 1")).isEqualTo("Circle ICRS 10 20 1");
        assertThat(text("union(circle 1 2 3 RANGE 1 2 3 4)")).isEqualTo("Union ICRS (Circle 1 2 3 Range 1 2 3 4)");
    }

    private String text(String region) throws SQLException {
        return dids.value("SELECT (ivoa.parse_region(?)).text", region);
    }

    @Test
    void aPolygonOf500VerticesIsUsedAndOneOfMoreIsNot() throws SQLException {
        assertThat(text(ring(500))).startsWith("Polygon ICRS ");
        assertThat(dids.value("SELECT (ivoa.parse_region(?)).problem", ring(501)))
                .isEqualTo("the polygon has 501 vertices, more than 500");
        assertThat(dids.value("SELECT (ivoa.parse_region(?)).problem", ring(100_000)))
                .endsWith("more than 100000");
    }

    private static String ring(int vertices) {
        return IntStream.range(0, vertices)
                .mapToObj(i -> (180 + 10 * Math.cos(2 * Math.PI * i / vertices)) + " "
                        + 10 * Math.sin(2 * Math.PI * i / vertices))
                .collect(Collectors.joining(" ", "polygon ", ""));
    }

    @Test
    void theBoundOfAnyUnionHoldsItsParts() throws SQLException {
        String outside = dids.value("""
                WITH seed AS (SELECT setseed(0.42)), shapes AS (
                  SELECT i, format('union (circle %s %s %s range %s %s %s %s polygon %s %s %s %s %s %s)', ra, de, r, ra - 2, ra + 5, de - 3, de + 1,
                    ra, de, ra + 3, de, ra + 2, de + 2.5) AS text, ra, de
                  FROM seed, generate_series(1, 300) AS i,
                    LATERAL (SELECT i + random() * 359 - i AS ra, i + random() * 174 - 87 - i AS de, i + 0.1 + random() * 4 - i AS r) AS v
                ), regions AS MATERIALIZED (
                  SELECT i, ra, de, ivoa.parse_region(text) AS r FROM shapes
                ), points AS (
                  SELECT r, spoint(radians(ra + random() * 20 - 10), radians(de + random() * 14 - 7)) AS p FROM regions, generate_series(1, 100)
                )
                SELECT count(*) FILTER (WHERE NOT (r).bound @> p) || ' of ' || (count(*) > 1000) FROM points
                WHERE (r).problem IS NULL AND ivoa.region_contains((r).circles, (r).polygons, (r).boxes, p)
                """);
        assertThat(outside).isEqualTo("0 of true");
    }

    @Test
    void compoundRegionsAreFoundByCirclesAndPolygonsThatTouchAPart() throws SQLException {
        String intersects =
                "SELECT ivoa.region_intersects(r.circles, r.polygons, r.boxes, scircle(spoint(radians(?::float8), 0), radians(1)))"
                        + " FROM ivoa.parse_region('union (circle 10 0 2 range 20 22 -1 1)') AS r";
        assertThat(dids.value(intersects, "7.5")).isEqualTo("t");
        assertThat(dids.value(intersects, "16")).isEqualTo("f");
        assertThat(dids.value(intersects, "22.5")).isEqualTo("t");
    }

    @Test
    void aRangeIsFoundByCirclesAndRangesThatMeetItAnywhere() throws SQLException {
        String differences = dids.value("""
                WITH seed AS (SELECT setseed(0.5)), ranges AS MATERIALIZED (
                  SELECT i, w, d, s, n, sbox(spoint(radians(w), radians(s)), spoint(radians(w + d), radians(n))) AS b
                  FROM seed, generate_series(1, 20) AS i, LATERAL (SELECT i - i + 360 * random() AS w,
                    i - i + 1 + CASE WHEN i % 3 = 0 THEN 300 ELSE 40 END * random() AS d, i - i - 80 + 60 * random() AS s) AS r,
                    LATERAL (SELECT s + 1 + 60 * random() AS n) AS t
                ), places AS MATERIALIZED (
                  SELECT i, spoint(radians(w + d * x / 30.0), radians(s + (n - s) * y / 30.0)) AS p
                  FROM ranges, generate_series(0, 30) AS x, generate_series(0, 30) AS y
                ), circles AS MATERIALIZED (
                  SELECT i, scircle(spoint(radians(w + d * (random() * 2 - 0.5)), radians(greatest(-90, least(90, s + (n - s) * (random() * 2 - 0.5))))),
                    radians(0.5 + 15 * random())) AS c
                  FROM ranges, generate_series(1, 10)
                ), circle_met AS (
                  SELECT ivoa.box_meets(b, c) AS meets, EXISTS (SELECT FROM places AS p WHERE p.i = r.i AND p.p <@ c) AS shared
                  FROM circles JOIN ranges AS r USING (i)
                ), range_met AS (
                  SELECT ivoa.box_meets(a.b, b.b) AS meets, EXISTS (SELECT FROM places AS p WHERE p.i = a.i AND p.p <@ b.b)
                    OR EXISTS (SELECT FROM places AS p WHERE p.i = b.i AND p.p <@ a.b) AS shared FROM ranges AS a, ranges AS b
                )
                SELECT (SELECT count(*) FILTER (WHERE shared AND NOT meets) || ' ' || (count(*) FILTER (WHERE meets AND NOT shared) < 20)
                      || ' ' || (count(*) FILTER (WHERE meets) BETWEEN 50 AND 180) FROM circle_met) || ', '
                    || (SELECT count(*) FILTER (WHERE shared AND NOT meets) || ' ' || (count(*) FILTER (WHERE meets AND NOT shared) < 20)
                      || ' ' || (count(*) FILTER (WHERE meets) BETWEEN 50 AND 380) FROM range_met)
                """);
        assertThat(differences).isEqualTo("0 true true, 0 true true");
    }

    static List<Case> cases() {
        try (var reader = new BufferedReader(
                new InputStreamReader(RegionTest.class.getResourceAsStream("regions.txt"), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace("\\t", "\t").split("\\|", -1))
                    .map(f -> new Case(f[0], points(f[1]), points(f[2]), f[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> points(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(";", -1));
    }
}
