package org.dapple.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Random positions and shapes, the same in every run, many of them where the sky is awkward: at the poles and at longitude 0. */
final class RandomSky {
    private static final double[][] AWKWARD = {
        {0, 90}, {77, -90}, {0, 0}, {359.9, 45}, {0.1, -60}, {200, 89.5}, {180, 0}
    };

    private final Random random = new Random(2026);

    /** What the names in braces of a case stand for, this time. */
    Map<String, String> next() {
        double[] centre = random.nextBoolean() ? AWKWARD[random.nextInt(AWKWARD.length)] : anywhere();
        double radius = 0.1 + 8 * random.nextDouble();
        double[] near = beside(centre, 2 * Math.PI * random.nextDouble(), 2 * radius * random.nextDouble());
        double[] far = anywhere();
        return Map.of(
                "{centre}", text(centre),
                "{near}", text(near),
                "{far}", text(far),
                "{radius}", number(radius),
                "{small}", number(radius * random.nextDouble()),
                "{size}", number(0.1 + 15 * random.nextDouble()) + ", " + number(0.1 + 15 * random.nextDouble()),
                "{polygon}", polygon(centre, radius),
                "{polygon near}", polygon(near, 0.1 + 4 * random.nextDouble()),
                "{x}", number(random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3)),
                "{n}", Integer.toString(random.nextInt(12) - 5));
    }

    private double[] anywhere() {
        return new double[] {360 * random.nextDouble(), Math.toDegrees(Math.asin(2 * random.nextDouble() - 1))};
    }

    /** A convex one: corners on a circle, counter-clockwise, none too close to the next. */
    private String polygon(double[] centre, double radius) {
        int corners = 3 + random.nextInt(5);
        List<String> text = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double bearing = 2 * Math.PI * (i + 0.7 * random.nextDouble()) / corners;
            text.add(text(beside(centre, -bearing, radius)));
        }
        return String.join(", ", text);
    }

    /** The position at a bearing (radians, from north through east) and a distance (degrees) from another, poles included. */
    private static double[] beside(double[] from, double bearing, double distance) {
        double lon = Math.toRadians(from[0]);
        double lat = Math.toRadians(from[1]);
        double out = Math.cos(Math.toRadians(distance));
        double north = Math.sin(Math.toRadians(distance)) * Math.cos(bearing);
        double east = Math.sin(Math.toRadians(distance)) * Math.sin(bearing);
        double fromAxis = out * Math.cos(lat) - north * Math.sin(lat);
        double x = fromAxis * Math.cos(lon) - east * Math.sin(lon);
        double y = fromAxis * Math.sin(lon) + east * Math.cos(lon);
        double z = out * Math.sin(lat) + north * Math.cos(lat);
        return new double[] {
            (Math.toDegrees(Math.atan2(y, x)) + 360) % 360, Math.toDegrees(Math.atan2(z, Math.hypot(x, y)))
        };
    }

    private static String text(double[] position) {
        return number(position[0]) + ", " + number(position[1]);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.9f", number);
    }
}
