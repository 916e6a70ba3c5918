package org.dapple.adql.sql;

import java.util.List;
import org.dapple.adql.resolved.Value;

/**
 * BOX as a polygon of its four corners (ADQL 2.1 §4.2.9): a cross of the given width and height is laid at the centre, and through each of its
 * ends goes a great circle at right angles. Seen from the centre (0, 0) the corners are at (±w/2, ±atan(tan(h/2) cos(w/2))).
 */
final class Boxes {
    private Boxes() {}

    static String write(ShapeWriter shapes, Value.Call box) {
        String centre = shapes.write(box.arguments().get(0));
        String east = "radians(" + shapes.operand(box.arguments().get(1)) + " / 2)";
        String halfHeight = "radians(" + shapes.operand(box.arguments().get(2)) + " / 2)";
        String north = "atan(tan(" + halfHeight + ") * cos(" + east + "))";
        return ShapeWriter.polygon(List.of(
                corner("(- " + east + ")", "(- " + north + ")", centre),
                corner(east, "(- " + north + ")", centre),
                corner(east, north, centre),
                corner("(- " + east + ")", north, centre)));
    }

    /** {@code spoint(east, north) + strans(0, -lat(centre), long(centre), 'XYZ')} */
    private static String corner(String east, String north, String centre) {
        return "(spoint(" + east + ", " + north + ") + strans(0, - lat(" + centre + "), long(" + centre + "), 'XYZ'))";
    }
}
