package org.dapple.adql.function;

/**
 * CENTROID of a polygon. The centre of mass of a piece of the sphere points along the sum, over its edges, of the normal of the edge times its length;
 * outward is where the corners are. pgSphere 1.2 has neither a centroid nor a way to the corners but the polygon's text.
 */
final class PolygonCentroid {
    private static final String CORNERS = "SELECT c.i, cos(c.v[2]::float8) * cos(c.v[1]::float8) AS x,"
            + " cos(c.v[2]::float8) * sin(c.v[1]::float8) AS y, sin(c.v[2]::float8) AS z"
            + " FROM regexp_matches($1::text, '([^(), ]+) , ([^(), ]+)', 'g') WITH ORDINALITY AS c(v, i)";

    private static final String EDGES = "SELECT a.x, a.y, a.z,"
            + " coalesce(lead(a.x) OVER o, first_value(a.x) OVER o) AS u,"
            + " coalesce(lead(a.y) OVER o, first_value(a.y) OVER o) AS v,"
            + " coalesce(lead(a.z) OVER o, first_value(a.z) OVER o) AS w"
            + " FROM (" + CORNERS + ") AS a WINDOW o AS (ORDER BY a.i)";

    private static final String NORMALS =
            "SELECT e.x, e.y, e.z, e.y * e.w - e.z * e.v AS nx, e.z * e.u - e.x * e.w AS ny,"
                    + " e.x * e.v - e.y * e.u AS nz, e.x * e.u + e.y * e.v + e.z * e.w AS c FROM (" + EDGES + ") AS e";

    private static final String LENGTHS =
            "SELECT n.*, sqrt(n.nx * n.nx + n.ny * n.ny + n.nz * n.nz) AS s FROM (" + NORMALS + ") AS n";

    private static final String SUM =
            "SELECT sum(l.nx * atan2(l.s, l.c) / l.s) AS x, sum(l.ny * atan2(l.s, l.c) / l.s) AS y,"
                    + " sum(l.nz * atan2(l.s, l.c) / l.s) AS z, sum(l.x) AS mx, sum(l.y) AS my, sum(l.z) AS mz FROM ("
                    + LENGTHS
                    + ") AS l WHERE l.s > 0";

    private static final String OUTWARD =
            "SELECT t.*, sign(t.x * t.mx + t.y * t.my + t.z * t.mz) AS d FROM (" + SUM + ") AS t";

    static final String SQL =
            "(SELECT spoint(atan2(m.d * m.y, m.d * m.x), atan2(m.d * m.z, sqrt(m.x * m.x + m.y * m.y))) FROM ("
                    + OUTWARD + ") AS m)";

    private PolygonCentroid() {}
}
