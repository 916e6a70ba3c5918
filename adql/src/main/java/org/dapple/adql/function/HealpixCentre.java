package org.dapple.adql.function;

/**
 * The centre of a HEALPix cell in nested numbering (Górski et al. 2005): the index is a face and, in alternating bits, x and y on it; ring and place in
 * the ring follow. pgSphere 1.2 has only the way from positions to indices.
 */
final class HealpixCentre {
    private static final String BITS = "SELECT i.side, i.pixel / (i.side * i.side) AS face,"
            + " (SELECT coalesce(sum(((i.pixel % (i.side * i.side)) >> (2 * k) & 1) << k), 0)::int8 FROM generate_series(0, i.level - 1) AS k) AS x,"
            + " (SELECT coalesce(sum(((i.pixel % (i.side * i.side)) >> (2 * k + 1) & 1) << k), 0)::int8 FROM generate_series(0, i.level - 1) AS k) AS y"
            + " FROM (SELECT $1::int4 AS level, (1::int8 << $1::int4) AS side, $2::int8 AS pixel) AS i"
            + " WHERE i.level BETWEEN 0 AND 29 AND i.pixel >= 0 AND i.pixel < 12 * i.side * i.side";

    private static final String RING = "SELECT b.*, (2 + b.face / 4) * b.side - b.x - b.y - 1 AS ring,"
            + " (ARRAY[1, 3, 5, 7, 0, 2, 4, 6, 1, 3, 5, 7])[b.face + 1] AS meridian FROM (" + BITS + ") AS b";

    private static final String PLACE = "SELECT r.*, least(r.ring, r.side, 4 * r.side - r.ring) AS n,"
            + " CASE WHEN r.ring BETWEEN r.side AND 3 * r.side THEN (r.ring - r.side) & 1 ELSE 0 END AS shift FROM ("
            + RING
            + ") AS r";

    static final String SQL =
            "(SELECT spoint((((p.meridian * p.n + p.x - p.y + 1 + p.shift) / 2 + 4 * p.n - 1) % (4 * p.n) + 1"
                    + " - 0.5 * (p.shift + 1))::float8 * pi() / (2 * p.n),"
                    + " CASE WHEN p.ring < p.side THEN asin(1 - p.n::float8 * p.n / (3.0 * p.side * p.side))"
                    + " WHEN p.ring > 3 * p.side THEN asin(p.n::float8 * p.n / (3.0 * p.side * p.side) - 1)"
                    + " ELSE asin((2 * p.side - p.ring) * 2.0 / (3.0 * p.side)) END) FROM (" + PLACE + ") AS p)";

    private HealpixCentre() {}
}
