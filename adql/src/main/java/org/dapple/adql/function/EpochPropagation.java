package org.dapple.adql.function;

/**
 * The position of a star that moves in a straight line (the Hipparcos and Tycho Catalogues, ESA SP-1200, vol. 1 §1.5.5): its direction r turns towards
 * r (1 + z t) + m t, with the proper motion m as a vector and the radial one z = velocity × parallax / 4.740470446 km/s.
 */
final class EpochPropagation {
    private static final String INPUT =
            "SELECT radians($1) AS a, radians($2) AS d, radians(coalesce($4, 0) / 3600000.0) AS u,"
                    + " radians(coalesce($5, 0) / 3600000.0) AS v,"
                    + " radians(coalesce($6 * $3, 0) / 4.740470446 / 3600000.0) AS z, ($8 - $7) AS t";

    private static final String MOVED = "SELECT cos(i.d) * cos(i.a) * (1 + i.z * i.t)"
            + " + (- sin(i.a) * i.u - sin(i.d) * cos(i.a) * i.v) * i.t AS x,"
            + " cos(i.d) * sin(i.a) * (1 + i.z * i.t) + (cos(i.a) * i.u - sin(i.d) * sin(i.a) * i.v) * i.t AS y,"
            + " sin(i.d) * (1 + i.z * i.t) + cos(i.d) * i.v * i.t AS z FROM (" + INPUT + ") AS i";

    static final String SQL =
            "(SELECT spoint(atan2(m.y, m.x), atan2(m.z, sqrt(m.x * m.x + m.y * m.y))) FROM (" + MOVED + ") AS m)";

    private EpochPropagation() {}
}
