package org.dapple.adql.check;

import java.util.List;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.resolved.Value;

/**
 * Refuses polygons that pgSphere would refuse while the query runs, where that can be known: sides that cross (ADQL 2.1 §4.2.18 leaves
 * such shapes undefined), or corners too far apart for one hemisphere.
 */
final class PolygonSides {
    /** Sine of the angle within which a corner lies on a side rather than beside it; pgSphere judges such touches. */
    private static final double TOUCH = 1e-9;

    /** Each side is compared with each other: beyond this the time would be felt, and the database judges. */
    private static final int MOST_COMPARED = 1000;

    private final Expression.Call call;
    private final double[][] corners;

    private PolygonSides(Expression.Call call, double[][] corners) {
        this.call = call;
        this.corners = corners;
    }

    /** Does nothing when some corner depends on a row. */
    static void check(Expression.Call call, List<Value> corners) {
        double[][] vectors = corners.stream().map(PolygonSides::vector).toArray(double[][]::new);
        for (double[] vector : vectors) {
            if (vector == null) {
                return;
            }
        }
        PolygonSides polygon = new PolygonSides(call, vectors);
        polygon.checkHemisphere();
        if (vectors.length <= MOST_COMPARED) {
            polygon.checkCrossings();
        }
    }

    /** As pgSphere does it: seen from the middle of the cuboid around them. */
    private void checkHemisphere() {
        double[] middle = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double least = 1;
            double most = -1;
            for (double[] corner : corners) {
                least = Math.min(least, corner[axis]);
                most = Math.max(most, corner[axis]);
            }
            middle[axis] = (least + most) / 2;
        }
        for (int i = 0; i < corners.length; i++) {
            if (dot(middle, corners[i]) <= 0) {
                throw wrong(
                        "A POLYGON covers less than half the sky, and corner %d of this one is too far from the others"
                                .formatted(i + 1));
            }
        }
    }

    private void checkCrossings() {
        for (int i = 0; i < corners.length; i++) {
            for (int k = i + 2; k < corners.length; k++) {
                if (crosses(corner(i), corner(i + 1), corner(k), corner(k + 1))) {
                    throw wrong(
                            "The sides of a POLYGON do not cross, and here that from corner %d to %d crosses that from %d to %d"
                                    .formatted(i + 1, i + 2, k + 1, (k + 1) % corners.length + 1));
                }
            }
        }
    }

    private double[] corner(int i) {
        return corners[i % corners.length];
    }

    /** Two arcs cross where each has the ends of the other on different sides; on one hemisphere they cannot do so at an antipode. */
    private static boolean crosses(double[] a, double[] b, double[] c, double[] d) {
        double[] along = cross(a, b);
        double[] across = cross(c, d);
        return isApart(dot(along, c), dot(along, d)) && isApart(dot(across, a), dot(across, b));
    }

    private static boolean isApart(double one, double other) {
        return Math.min(one, other) < -TOUCH && Math.max(one, other) > TOUCH;
    }

    private static double[] vector(Value corner) {
        if (!(corner instanceof Value.Call point)
                || point.arguments().size() != 2
                || !(point.arguments().get(0) instanceof Value.Constant longitude)
                || !(point.arguments().get(1) instanceof Value.Constant latitude)
                || longitude.text() == null
                || latitude.text() == null) {
            return null;
        }
        double around = Math.toRadians(Double.parseDouble(longitude.text()));
        double up = Math.toRadians(Double.parseDouble(latitude.text()));
        return new double[] {Math.cos(up) * Math.cos(around), Math.cos(up) * Math.sin(around), Math.sin(up)};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private RuntimeException wrong(String message) {
        return Faults.type(call.function().text(), call.position(), message);
    }
}
