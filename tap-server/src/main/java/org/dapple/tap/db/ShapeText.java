package org.dapple.tap.db;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dapple.adql.catalog.AdqlType;

/** Numbers in degrees as the texts that pgSphere reads shapes from, in radians. */
final class ShapeText {

    private ShapeText() {}

    static String of(AdqlType type, double[] degrees) {
        return switch (type) {
            case POINT -> point(degrees, 0);
            case CIRCLE -> "<" + point(degrees, 0) + "," + radians(degrees[2]) + ">";
            default ->
                IntStream.range(0, degrees.length / 2)
                        .mapToObj(i -> point(degrees, 2 * i))
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }

    private static String point(double[] degrees, int first) {
        return "(" + radians(degrees[first]) + "," + radians(degrees[first + 1]) + ")";
    }

    /** Without an exponent, which pgSphere does not read everywhere. */
    private static String radians(double degrees) {
        return BigDecimal.valueOf(Math.toRadians(degrees)).toPlainString();
    }
}
