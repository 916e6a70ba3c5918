package org.dapple.adql.function;

import static org.dapple.adql.catalog.AdqlType.DOUBLE;
import static org.dapple.adql.catalog.AdqlType.INTEGER;
import static org.dapple.adql.catalog.AdqlType.VARCHAR;
import static org.dapple.adql.function.Feature.CORE;
import static org.dapple.adql.function.Feature.GEOMETRY;
import static org.dapple.adql.function.Feature.STRING;
import static org.dapple.adql.function.Parameter.ANY;
import static org.dapple.adql.function.Parameter.CIRCLE;
import static org.dapple.adql.function.Parameter.FOOTPRINT;
import static org.dapple.adql.function.Parameter.NUMBER;
import static org.dapple.adql.function.Parameter.POINT;
import static org.dapple.adql.function.Parameter.POLYGON;
import static org.dapple.adql.function.Parameter.TEXT;
import static org.dapple.adql.function.Parameter.WHOLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dapple.adql.catalog.AdqlType;

/**
 * The table of functions of one value per row. A name may have several rows; the first that accepts the arguments is meant.
 *
 * <p>Geometry functions stand here in their shortest form: coordinates given as numbers have become a POINT, and a coordinate
 * system has gone, before a row is looked for (ADQL 2.1 §4.2). Functions that make or test shapes are written by the translator,
 * which knows about indexes; their rows have no SQL.
 */
public final class Functions {
    /** The subquery is evaluated once for a constant seed, and then a sequence follows that is the same every time. */
    private static final String SEEDED_RANDOM =
            "(CASE WHEN (SELECT setseed(($1 % 2147483647) / 2147483647.0::float8) IS NOT NULL) THEN random() END)";

    /** PostgreSQL raises an error where the result is next to nothing; the subquery computes the argument once. */
    private static final String EXPONENTIAL =
            "(SELECT CASE WHEN a.x < -745 THEN 0 ELSE exp(a.x) END FROM (SELECT $1::float8 AS x OFFSET 0) AS a)";

    private static final String POWER = "(SELECT CASE WHEN a.x = 0 OR a.y IS NULL THEN power(a.x, a.y)"
            + " WHEN greatest(least(a.y, 1e300), -1e300) * ln(abs(a.x)) < -745 THEN 0"
            + " ELSE power(a.x, a.y) END FROM (SELECT $1::float8 AS x, $2::float8 AS y OFFSET 0) AS a)";

    /** All geometries are taken as ICRS. */
    private static final String COORDINATE_SYSTEM = "(CASE WHEN $1 IS NOT NULL THEN 'ICRS' END)";

    private static final Map<String, List<Signature>> TABLE = table(
            // Mathematics, ADQL 2.1 §2.3: double in, double out.
            row("ABS", CORE, DOUBLE, "abs($1::float8)", NUMBER),
            row("CEILING", CORE, DOUBLE, "ceil($1::float8)", NUMBER),
            row("DEGREES", CORE, DOUBLE, "degrees($1)", NUMBER),
            row("EXP", CORE, DOUBLE, EXPONENTIAL, NUMBER),
            row("FLOOR", CORE, DOUBLE, "floor($1::float8)", NUMBER),
            row("LOG", CORE, DOUBLE, "ln($1::float8)", NUMBER),
            row("LOG10", CORE, DOUBLE, "log($1::float8)", NUMBER),
            row(
                    "MOD",
                    CORE,
                    DOUBLE,
                    "mod($1::float8::text::numeric, $2::float8::text::numeric)::float8",
                    NUMBER,
                    NUMBER),
            row("PI", CORE, DOUBLE, "pi()"),
            row("POWER", CORE, DOUBLE, POWER, NUMBER, NUMBER),
            row("RADIANS", CORE, DOUBLE, "radians($1)", NUMBER),
            row("RAND", CORE, DOUBLE, "random()"),
            row("RAND", CORE, DOUBLE, SEEDED_RANDOM, WHOLE),
            row("ROUND", CORE, DOUBLE, "round($1::float8::text::numeric)::float8", NUMBER),
            row("ROUND", CORE, DOUBLE, "round($1::float8::text::numeric, $2::int)::float8", NUMBER, WHOLE),
            row("SQRT", CORE, DOUBLE, "sqrt($1::float8)", NUMBER),
            row("TRUNCATE", CORE, DOUBLE, "trunc($1::float8)", NUMBER),
            row("TRUNCATE", CORE, DOUBLE, "trunc($1::float8::text::numeric, $2::int)::float8", NUMBER, WHOLE),
            row("ACOS", CORE, DOUBLE, "acos($1)", NUMBER),
            row("ASIN", CORE, DOUBLE, "asin($1)", NUMBER),
            row("ATAN", CORE, DOUBLE, "atan($1)", NUMBER),
            row("ATAN2", CORE, DOUBLE, "atan2($1, $2)", NUMBER, NUMBER),
            row("COS", CORE, DOUBLE, "cos($1)", NUMBER),
            row("COT", CORE, DOUBLE, "cot($1)", NUMBER),
            row("SIN", CORE, DOUBLE, "sin($1)", NUMBER),
            row("TAN", CORE, DOUBLE, "tan($1)", NUMBER),
            // Text, ADQL 2.1 §4.4.
            row("LOWER", STRING, VARCHAR, "lower($1)", TEXT),
            row("UPPER", STRING, VARCHAR, "upper($1)", TEXT),
            // Geometry, ADQL 2.1 §4.2: angles in degrees, areas in square degrees.
            row("POINT", GEOMETRY, AdqlType.POINT, "", NUMBER, NUMBER),
            row("CIRCLE", GEOMETRY, AdqlType.CIRCLE, "", POINT, NUMBER),
            row("BOX", GEOMETRY, AdqlType.POLYGON, "", POINT, NUMBER, NUMBER),
            row("AREA", GEOMETRY, DOUBLE, "(0 * lat($1))", POINT),
            row("AREA", GEOMETRY, DOUBLE, "degrees(degrees(area($1)))", CIRCLE),
            row("AREA", GEOMETRY, DOUBLE, "degrees(degrees(area($1)))", POLYGON),
            row("AREA", GEOMETRY, DOUBLE, "", FOOTPRINT),
            row("CENTROID", GEOMETRY, AdqlType.POINT, "$1", POINT),
            row("CENTROID", GEOMETRY, AdqlType.POINT, "center($1)", CIRCLE),
            row("CENTROID", GEOMETRY, AdqlType.POINT, PolygonCentroid.SQL, POLYGON),
            row("CENTROID", GEOMETRY, AdqlType.POINT, "", FOOTPRINT),
            row("COORD1", GEOMETRY, DOUBLE, "degrees(long($1))", POINT),
            row("COORD2", GEOMETRY, DOUBLE, "degrees(lat($1))", POINT),
            row("COORDSYS", GEOMETRY, VARCHAR, COORDINATE_SYSTEM, POINT),
            row("COORDSYS", GEOMETRY, VARCHAR, COORDINATE_SYSTEM, CIRCLE),
            row("COORDSYS", GEOMETRY, VARCHAR, COORDINATE_SYSTEM, POLYGON),
            row("COORDSYS", GEOMETRY, VARCHAR, COORDINATE_SYSTEM, FOOTPRINT),
            row("DISTANCE", GEOMETRY, DOUBLE, "degrees($1 <-> $2)", POINT, POINT),
            row("CONTAINS", GEOMETRY, INTEGER, "", ANY, ANY),
            row("INTERSECTS", GEOMETRY, INTEGER, "", ANY, ANY));

    private static final List<UserDefined> DECLARED =
            Stream.concat(UserDefined.ALL.stream(), RucioMetadata.ALL.stream()).toList();

    private static final Map<String, List<Signature>> USER_DEFINED =
            table(DECLARED.stream().map(UserDefined::signature).toArray(Signature[]::new));

    private Functions() {}

    /** The rows of a name, whatever its case; empty when there is no such function. */
    public static List<Signature> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return TABLE.getOrDefault(upper, USER_DEFINED.getOrDefault(upper, List.of()));
    }

    /** The names of all functions that have rows, those of the standard first. */
    public static List<String> names() {
        return Stream.concat(TABLE.keySet().stream(), USER_DEFINED.keySet().stream())
                .toList();
    }

    /** The functions of the IVOA's catalogue and those for Rucio's metadata, which are declared by their signatures. */
    public static List<UserDefined> userDefined() {
        return DECLARED;
    }

    /** All rows of the standard's own functions in the order of their names. */
    public static List<Signature> all() {
        return TABLE.values().stream().flatMap(List::stream).toList();
    }

    private static Signature row(String name, Feature feature, AdqlType result, String sql, Parameter... parameters) {
        return new Signature(name, feature, List.of(parameters), result, sql);
    }

    private static Map<String, List<Signature>> table(Signature... rows) {
        Map<String, List<Signature>> table = new TreeMap<>();
        for (Signature row : rows) {
            table.computeIfAbsent(row.name(), name -> new ArrayList<>()).add(row);
        }
        return table;
    }
}
