package org.dapple.adql.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.dapple.adql.resolved.Value;

/** The corners of a BOX that is known when the query is written; {@link Boxes} says what a box is. */
final class BoxLiterals {
    private BoxLiterals() {}

    static Optional<String> of(Value.Call box) {
        if (!(box.arguments().get(0) instanceof Value.Call centre)
                || !centre.function().name().equals("POINT")) {
            return Optional.empty();
        }
        List<Double> known = List.of(
                        centre.arguments().get(0),
                        centre.arguments().get(1),
                        box.arguments().get(1),
                        box.arguments().get(2))
                .stream()
                .flatMap(value -> Numbers.constant(value).stream())
                .map(BigDecimal::doubleValue)
                .map(Math::toRadians)
                .toList();
        return known.size() == 4 && isBox(known.get(1), known.get(2), known.get(3))
                ? Optional.of(
                        polygon(known.get(0), known.get(1), Math.tan(known.get(2) / 2), Math.tan(known.get(3) / 2)))
                : Optional.empty();
    }

    private static boolean isBox(double latitude, double width, double height) {
        return Math.abs(latitude) <= Math.PI / 2 && Math.min(width, height) > 0 && Math.max(width, height) < Math.PI;
    }

    private static String polygon(double longitude, double latitude, double east, double north) {
        return ShapeLiterals.polygonOf(List.of(
                corner(longitude, latitude, -east, -north),
                corner(longitude, latitude, east, -north),
                corner(longitude, latitude, east, north),
                corner(longitude, latitude, -east, north)));
    }

    /** The inverse gnomonic projection: the sides of a box are straight lines on the plane that touches the sky at its centre. */
    private static String corner(double longitude, double latitude, double east, double north) {
        double outward = Math.cos(latitude) - north * Math.sin(latitude);
        double height = Math.sin(latitude) + north * Math.cos(latitude);
        double turned = Math.atan2(east, outward);
        double raised = Math.atan2(height, Math.hypot(east, outward));
        return ShapeLiterals.point(degrees(longitude + turned), degrees(raised));
    }

    /** To 1e-12 degrees, four millionths of a milliarcsecond, so that rounding does not show. */
    private static BigDecimal degrees(double radians) {
        return BigDecimal.valueOf(Math.toDegrees(radians))
                .setScale(12, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }
}
