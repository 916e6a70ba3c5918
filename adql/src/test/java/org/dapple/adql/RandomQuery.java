package org.dapple.adql;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up queries on the tables of {@link Sky} that are mostly right: every part is of the kind that its place wants. */
final class RandomQuery {
    private static final List<String> NUMBERS = List.of(
            "s.id",
            "s.ra",
            "s.dec",
            "s.mag",
            "s.band",
            "s.\"order\"",
            "o.s_ra",
            "o.s_dec",
            "o.calib_level",
            "o.access_estsize");
    private static final List<String> TEXTS =
            List.of("s.name", "s.\"Name\"", "o.obs_id", "o.target_name", "o.s_region");
    private static final List<String> LITERALS =
            List.of("1", "-2", "0.5", "1e-3", "0x1F", "9999999999", "NULL", "'x'", "'it''s'");
    private static final List<String> MATHS = List.of(
            "ABS", "CEILING", "FLOOR", "DEGREES", "RADIANS", "EXP", "ROUND", "TRUNCATE", "SQRT", "SIN", "COS", "ATAN");

    private final Random random;

    RandomQuery(Random random) {
        this.random = random;
    }

    String query() {
        String with = chance(10) ? "WITH w AS (" + select(1, "", one(2)) + ") " : "";
        String body = select(2, "", 2);
        String second =
                chance(15) ? " " + of("UNION", "EXCEPT", "INTERSECT", "UNION ALL") + " " + select(1, "", 2) : "";
        String order = chance(30) ? " ORDER BY " + of("1", "2 DESC", second.isEmpty() ? value(1) : "1") : "";
        return with + body + second + order + (chance(10) ? " OFFSET 2" : "");
    }

    private String select(int depth, String quantifier, int columns) {
        boolean grouped = chance(20);
        String key = number(1);
        Supplier<String> item = () -> grouped ? of(key, aggregate(), histogram()) : value(depth);
        String items = IntStream.range(0, columns)
                .mapToObj(i -> item.get() + (chance(30) ? " AS " + of("a", "b", "\"C d\"", "count") + i : ""))
                .collect(Collectors.joining(", "));
        return "SELECT " + quantifier + of("", "", "DISTINCT ", "TOP 3 ") + items + from(depth)
                + (chance(60) ? " WHERE " + condition(depth) : "")
                + (grouped ? " GROUP BY " + key + (chance(30) ? " HAVING " + aggregate() + " > 1" : "") : "");
    }

    private String from(int depth) {
        String derived = depth > 1 && chance(20) ? "(SELECT * FROM ivoa.obscore) AS o" : "ivoa.obscore AS o";
        return of(
                " FROM cat.stars AS s, " + derived,
                " FROM cat.stars s LEFT JOIN " + derived + " ON " + condition(1),
                " FROM " + derived + " JOIN cat.stars AS s ON o.obs_id = s.name",
                " FROM cat.stars AS s FULL JOIN " + derived + " ON s.id = o.access_estsize");
    }

    private String value(int depth) {
        return of(number(depth), number(depth), text(depth), shape(), of("s.variable", "o.obs_release_date", "NULL"));
    }

    private String number(int depth) {
        if (depth <= 0) {
            return chance(70) ? of(NUMBERS) : of(LITERALS);
        }
        return any(
                () -> of(NUMBERS),
                () -> number(depth - 1) + of(" + ", " - ", " * ", " / ") + number(depth - 1),
                () -> of(MATHS) + "(" + number(depth - 1) + ")",
                () -> "POWER(" + number(depth - 1) + ", 2)",
                () -> "MOD(" + number(depth - 1) + ", " + number(0) + ")",
                () -> "- (" + number(depth - 1) + ")",
                () -> "COALESCE(" + number(depth - 1) + ", " + number(depth - 1) + ")",
                () -> "CAST(" + number(depth - 1) + " AS " + of("INTEGER", "REAL", "DOUBLE PRECISION", "BIGINT") + ")",
                () -> of("AREA", "COORD1", "COORD2") + "(" + shape() + ")",
                () -> "DISTANCE(" + point() + ", " + point() + ")",
                () -> of("CONTAINS", "INTERSECTS") + "(" + shape() + ", " + shape() + ")",
                () -> "(SELECT MAX(x.ra) FROM cat.stars AS x WHERE x.id = " + number(depth - 1) + ")");
    }

    private String text(int depth) {
        return any(
                () -> of(TEXTS),
                () -> of(LITERALS),
                () -> depth <= 0 ? of(TEXTS) : text(depth - 1) + " || " + text(depth - 1),
                () -> depth <= 0 ? of(TEXTS) : "LOWER(" + text(depth - 1) + ")",
                () -> "CAST(" + number(0) + " AS VARCHAR)");
    }

    private String point() {
        return of(
                "s.pos",
                "POINT(o.s_ra, o.s_dec)",
                "POINT(s.ra, s.dec)",
                "POINT('', 10, -20)",
                "CENTROID(s.cone)",
                "CAST('1 2' AS POINT)");
    }

    private String shape() {
        return of(
                point(),
                "s.cone",
                "s.shape",
                "o.s_region",
                "CIRCLE(10, 20, 1)",
                "CIRCLE(" + point() + ", 0.1)",
                "BOX(s.ra, 10, 1, 2)",
                "BOX(1, 2, 3, 4)",
                "POLYGON(0, 0, 10, 0, 10, 10)",
                "POLYGON(" + point() + ", POINT(50, 1), POINT(20, 60))",
                "REGION('Union (Circle 1 2 3 Position 4 5)')",
                "REGION('Polygon 1 1 2 1 2 2')");
    }

    private String condition(int depth) {
        return any(
                () -> number(depth) + of(" = ", " < ", " >= ", " <> ", " != ") + number(depth - 1),
                () -> number(depth) + of(" BETWEEN ", " NOT BETWEEN ") + number(0) + " AND " + number(0),
                () -> number(depth) + of(" IN (", " NOT IN (") + number(0) + ", " + number(0) + ")",
                () -> number(depth) + " IN (SELECT y." + of("id", "ra", "mag", "name") + " FROM cat.stars AS y)",
                () -> text(1) + of(" LIKE ", " NOT ILIKE ", " = ", " < ") + text(0),
                () -> value(1) + of(" IS NULL", " IS NOT NULL"),
                () -> "EXISTS (SELECT 1 FROM ivoa.obs_radio AS r WHERE r.f_min > " + number(0) + ")",
                () -> of("CONTAINS", "INTERSECTS") + "(" + shape() + ", " + shape() + ") = " + of("0", "1"),
                () -> "DISTANCE(" + point() + ", " + point() + ")" + of(" < ", " <= ", " > ") + number(0),
                () -> "NOT " + (depth > 0 ? condition(depth - 1) : "s.variable"),
                () -> depth > 0
                        ? "(" + condition(depth - 1) + of(" AND ", " OR ") + condition(depth - 1) + ")"
                        : "s.variable = 1",
                () -> "o.obs_release_date > '2020-01-01'");
    }

    private String aggregate() {
        return of(
                "COUNT(*)",
                "COUNT(DISTINCT " + number(0) + ")",
                of("SUM", "AVG", "MIN", "MAX") + "(" + number(1) + ")",
                "MAX(" + text(0) + ")");
    }

    private String histogram() {
        return "ivo_histogram(" + number(1) + of(", 0, 10, 5)", ", -1.5, 1, 2)");
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private int one(int most) {
        return 1 + random.nextInt(most);
    }

    @SafeVarargs
    private final String any(Supplier<String>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }

    private String of(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String of(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
