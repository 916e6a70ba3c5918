package org.dapple.adql.check;

import java.math.BigDecimal;
import java.util.List;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.Value;
import org.dapple.adql.resolved.Value.Constant;
import org.dapple.adql.resolved.Value.SkyRange;

/** Ranges of longitude and latitude (DALI 1.2 §3.3.9), and what can be measured of them. */
final class SkyRanges {
    private static final BigDecimal WEST = BigDecimal.valueOf(-360);
    private static final BigDecimal EAST = BigDecimal.valueOf(720);
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final double NARROWEST = 1e-7;

    private SkyRanges() {}

    /** A range of four numbers in DALI's order, degrees; longitudes may pass through 0, from above to, or from negative numbers. */
    static SkyRange of(Expression.Call call, List<Value> numbers) {
        List<BigDecimal> n = numbers.stream()
                .map(number -> new BigDecimal(((Constant) number).text()))
                .toList();
        SkyRange range = new SkyRange(n.get(0), n.get(1), n.get(2), n.get(3));
        if (!isWithin(WEST, EAST, range.west(), range.east())
                || !isWithin(POLE.negate(), POLE, range.south(), range.north())) {
            throw wrong(call, "A range lies within 0 to 360 in longitude and -90 to 90 in latitude");
        }
        if (range.north().subtract(range.south()).doubleValue() < NARROWEST || range.width() < NARROWEST) {
            throw wrong(
                    call, "A range goes from a lower to a higher latitude, and from a longitude eastwards to another");
        }
        return range;
    }

    /** The whole sky. */
    static SkyRange all() {
        return new SkyRange(BigDecimal.ZERO, BigDecimal.valueOf(360), POLE.negate(), POLE);
    }

    /** Square degrees. */
    static Value area(SkyRange range) {
        double heights = sine(range.north()) - sine(range.south());
        return constant(Math.toDegrees(Math.toDegrees(Math.toRadians(range.width()) * heights)));
    }

    /** On the middle meridian; of a band that is wider on one side of the equator, the pole there. */
    static Value centroid(Expression.Call call, SkyRange range) {
        double half = Math.toRadians(range.width()) / 2;
        double out = Math.sin(half) * (moment(range.north()) - moment(range.south()));
        double up = half * (Math.pow(sine(range.north()), 2) - Math.pow(sine(range.south()), 2)) / 2;
        double outward = range.isBand() ? 0 : out;
        if (Math.hypot(outward, up) < 1e-12) {
            throw wrong(call, "The CENTROID of a band on both sides of the equator is nowhere");
        }
        double longitude = range.isBand() ? 0 : (range.west().doubleValue() + range.width() / 2 + 720) % 360;
        return Geometries.point(call, List.of(constant(longitude), constant(Math.toDegrees(Math.atan2(up, outward)))));
    }

    /** The integral of the square of the cosine up to a latitude. */
    private static double moment(BigDecimal latitude) {
        double radians = Math.toRadians(latitude.doubleValue());
        return (radians + Math.sin(radians) * Math.cos(radians)) / 2;
    }

    private static double sine(BigDecimal latitude) {
        return Math.sin(Math.toRadians(latitude.doubleValue()));
    }

    private static boolean isWithin(BigDecimal least, BigDecimal most, BigDecimal... numbers) {
        for (BigDecimal number : numbers) {
            if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
                return false;
            }
        }
        return true;
    }

    private static Constant constant(double value) {
        return new Constant(AdqlType.DOUBLE, BigDecimal.valueOf(value).toPlainString());
    }

    private static RuntimeException wrong(Expression.Call call, String message) {
        return Faults.type(call.function().text(), call.position(), message);
    }
}
