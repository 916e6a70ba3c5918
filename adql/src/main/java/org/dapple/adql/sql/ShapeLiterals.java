package org.dapple.adql.sql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.Value;

/** Writes shapes that are known when the query is written as pgSphere literals, in degrees: {@code '<(204.25d,-29.87d),0.5d>'::scircle}. */
final class ShapeLiterals {
    private static final BigDecimal LARGEST_RADIUS = BigDecimal.valueOf(90);
    private static final BigDecimal POLE = BigDecimal.valueOf(90);

    private ShapeLiterals() {}

    /** The literal, or nothing if some number in it depends on a row. */
    static Optional<String> of(Value shape) {
        if (shape instanceof Value.Polygon polygon) {
            return polygon(polygon.corners());
        }
        if (shape instanceof Value.SkyRange range) {
            return Optional.of(range(range));
        }
        if (!(shape instanceof Value.Call call)) {
            return Optional.empty();
        }
        return switch (call.function().name()) {
            case "POINT" -> point(call).map(point -> "'" + point + "'::spoint");
            case "CIRCLE" ->
                Numbers.constant(call.arguments().get(1))
                        .filter(ShapeLiterals::isRadius)
                        .flatMap(radius -> circle(call.arguments().get(0), radius));
            case "BOX" -> BoxLiterals.of(call);
            default -> Optional.empty();
        };
    }

    /** Whether pgSphere has circles of that radius in degrees. */
    static boolean isRadius(BigDecimal degrees) {
        return degrees.signum() >= 0 && degrees.compareTo(LARGEST_RADIUS) <= 0;
    }

    /** A circle of a known radius in degrees around a centre that may be known. */
    static Optional<String> circle(Value centre, BigDecimal radius) {
        return point(centre).map(point -> "'<" + point + "," + radius.toPlainString() + "d>'::scircle");
    }

    /** pgSphere takes a box that ends on the meridian where it began for one that goes all around. */
    private static String range(Value.SkyRange range) {
        BigDecimal west = range.isBand() ? BigDecimal.ZERO : range.west();
        BigDecimal east = range.isBand() ? BigDecimal.ZERO : range.east();
        return "'(" + point(west, range.south()) + "," + point(east, range.north()) + ")'::sbox";
    }

    private static Optional<String> polygon(List<Value> corners) {
        List<String> points =
                corners.stream().flatMap(corner -> point(corner).stream()).toList();
        return points.size() == corners.size() ? Optional.of(polygonOf(points)) : Optional.empty();
    }

    static String polygonOf(List<String> points) {
        return points.stream().collect(Collectors.joining(",", "'{", "}'::spoly"));
    }

    private static Optional<String> point(Value value) {
        if (!(value instanceof Value.Call call)
                || value.type() != AdqlType.POINT
                || call.arguments().size() != 2) {
            return Optional.empty();
        }
        return Numbers.constant(call.arguments().get(0))
                .flatMap(longitude -> Numbers.constant(call.arguments().get(1))
                        .filter(latitude -> latitude.abs().compareTo(POLE) <= 0)
                        .map(latitude -> point(longitude, latitude)));
    }

    /** pgSphere reads no exponents. */
    static String point(BigDecimal longitude, BigDecimal latitude) {
        return "(" + longitude.toPlainString() + "d," + latitude.toPlainString() + "d)";
    }
}
