package org.dapple.adql.sql;

import org.dapple.adql.resolved.Value;

/**
 * BOX as a polygon of its four corners (ADQL 2.1 §4.2.9): a cross of the given width and height is laid at the centre, and through each of its
 * ends goes a great circle at right angles. Seen from the centre (0, 0) the corners are at (±w/2, ±atan(tan(h/2) cos(w/2))). There is none where width or height is none.
 */
final class Boxes {
    private static final String SQL = "(SELECT spoly(spoint(k.x * b.east, k.y * b.north)"
            + " + strans(0, - lat(b.centre), long(b.centre), 'XYZ') ORDER BY k.i)"
            + " FROM (SELECT c.centre, c.east, atan(tan(c.up) * cos(c.east)) AS north"
            + " FROM (SELECT %s AS centre, radians(0.5 * %s) AS east, radians(0.5 * %s) AS up) AS c"
            + " WHERE c.east > 0 AND c.east < pi() / 2 AND c.up > 0 AND c.up < pi() / 2) AS b,"
            + " (VALUES (1, -1, -1), (2, 1, -1), (3, 1, 1), (4, -1, 1)) AS k(i, x, y)"
            + " WHERE b.centre IS NOT NULL)";

    private Boxes() {}

    static String write(ShapeWriter shapes, ValueWriter values, Value.Call box) {
        return SQL.formatted(
                shapes.write(box.arguments().get(0)),
                values.write(box.arguments().get(1)),
                values.write(box.arguments().get(2)));
    }
}
