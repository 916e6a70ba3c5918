package org.dapple.adql.sql;

import org.dapple.adql.catalog.AdqlType;

/** Reads geometries that a column holds in DALI's serialisation, numbers in degrees separated by blanks, while the query runs. */
final class DaliNumbers {
    private static final String POINT =
            "(SELECT CASE WHEN n.a[2] BETWEEN -90 AND 90 THEN spoint(radians(n.a[1]), radians(n.a[2])) END FROM (SELECT $ AS a) AS n)";
    private static final String CIRCLE =
            "(SELECT CASE WHEN n.a[2] BETWEEN -90 AND 90 AND n.a[3] BETWEEN 0 AND 90 THEN scircle(spoint(radians(n.a[1]), radians(n.a[2])), radians(n.a[3])) END"
                    + " FROM (SELECT $ AS a) AS n)";
    private static final String POLYGON =
            "(SELECT spoly(spoint(radians(n.a[2 * i - 1]), radians(n.a[2 * i])) ORDER BY i)"
                    + " FROM (SELECT $ AS a) AS n, generate_series(1, array_length(n.a, 1) / 2) AS i"
                    + " HAVING bool_and(n.a[2 * i] BETWEEN -90 AND 90))";

    private DaliNumbers() {}

    static String shape(AdqlType type, String text) {
        String numbers = "regexp_split_to_array(trim(" + text + "), '\\s+')::float8[]";
        String template = switch (type) {
            case POINT -> POINT;
            case CIRCLE -> CIRCLE;
            default -> POLYGON;
        };
        return template.replace("$", numbers);
    }
}
