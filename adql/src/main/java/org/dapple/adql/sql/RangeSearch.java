package org.dapple.adql.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.dapple.adql.resolved.Value.SkyRange;

/**
 * Searches by a range of longitude and latitude. pgSphere's indexes miss much of what is in a box, and its {@code &&} many circles that meet one.
 * So an index is asked for a circle around the range, if there is one, and the box is looked at in subqueries, which no index can answer.
 */
final class RangeSearch {
    /** Well under the smallest angle that matters, well over what rounding can do. */
    private static final double MARGIN = 1e-7;

    private final SkyRange range;
    private final String box;

    RangeSearch(SkyRange range) {
        this.range = range;
        this.box = ShapeLiterals.of(range).orElseThrow();
    }

    /** The range as a pgSphere box. */
    String box() {
        return box;
    }

    /** The shape lies in the range. */
    String contains(String shape) {
        return found(shape, " <@ ", "(SELECT " + shape + " <@ " + box + ")");
    }

    /** The range lies in the shape, and so does a corner of it. */
    String within(String shape) {
        String corner = "'" + ShapeLiterals.point(range.west(), range.south()) + "'::spoint";
        return "(" + corner + " <@ " + shape + " AND (SELECT " + box + " <@ " + shape + "))";
    }

    /** The circle and the range have a point in common. */
    String meetsCircle(String circle) {
        return found(circle, " && ", "ivoa.box_meets(" + box + ", " + circle + ")");
    }

    /** The polygon and the range have a point in common. */
    String meetsPolygon(String polygon) {
        return found(polygon, " && ", "(SELECT " + polygon + " && " + box + ")");
    }

    private String found(String shape, String operator, String exact) {
        return around().map(around -> "(" + shape + operator + around + " AND " + exact + ")")
                .orElse(exact);
    }

    /** What an index can say: the circle meets one around the range. */
    String near(String circle) {
        return around().map(around -> circle + " && " + around).orElse(circle + " IS NOT NULL");
    }

    /** The smaller of a circle around a pole and one around the middle; nothing when the range does not fit into a hemisphere. */
    private Optional<String> around() {
        double north = 90 - range.south().doubleValue();
        double south = 90 + range.north().doubleValue();
        double middle = reach();
        double least = DoubleStream.of(north, south, middle).min().orElseThrow() + MARGIN;
        if (least > 90) {
            return Optional.empty();
        }
        BigDecimal pole = BigDecimal.valueOf(north < south ? 90 : -90);
        String centre = middle + MARGIN <= least
                ? ShapeLiterals.point(longitude(), latitude())
                : ShapeLiterals.point(BigDecimal.ZERO, pole);
        return Optional.of("'<" + centre + "," + rounded(least).toPlainString() + "d>'::scircle");
    }

    /** How far the corners are from the middle; 180 when the range goes more than half around, where they are not what is farthest. */
    private double reach() {
        double half = range.width() / 2;
        if (half > 90) {
            return 180;
        }
        return Math.max(distance(half, range.north()), distance(half, range.south()));
    }

    /** From the middle to a place that many degrees east of it, in degrees. */
    private double distance(double east, BigDecimal north) {
        double here = Math.toRadians(latitude().doubleValue());
        double there = Math.toRadians(north.doubleValue());
        double cosine =
                Math.sin(here) * Math.sin(there) + Math.cos(here) * Math.cos(there) * Math.cos(Math.toRadians(east));
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
    }

    private BigDecimal longitude() {
        return rounded(range.west().doubleValue() + range.width() / 2);
    }

    private BigDecimal latitude() {
        return rounded((range.south().doubleValue() + range.north().doubleValue()) / 2);
    }

    private static BigDecimal rounded(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(9, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
