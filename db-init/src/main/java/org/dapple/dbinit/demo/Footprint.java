package org.dapple.dbinit.demo;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The forms in which archives write s_region. */
enum Footprint {
    CIRCLE {
        @Override
        Optional<String> region(Position centre, double radius) {
            return Optional.of("Circle ICRS " + text(centre) + " " + Decimals.places(radius, 6));
        }
    },
    SQUARE {
        @Override
        Optional<String> region(Position centre, double radius) {
            return Optional.of("Polygon ICRS " + vertices(centre, radius, 4));
        }
    },
    HEXAGON {
        @Override
        Optional<String> region(Position centre, double radius) {
            return Optional.of("polygon " + vertices(centre, radius, 6));
        }
    },
    /** Parallels and meridians; near a pole they would be a ring, so there it is a circle. */
    RANGE {
        @Override
        Optional<String> region(Position centre, double radius) {
            double north = Math.abs(centre.dec()) + radius;
            if (north > 85) {
                return CIRCLE.region(centre, radius);
            }
            double half = 0.7 * radius;
            double width = half / StrictMath.cos(StrictMath.toRadians(centre.dec()));
            return Optional.of(String.join(
                    " ",
                    "range",
                    Decimals.places((centre.ra() - width + 360) % 360, 6).toPlainString(),
                    Decimals.places((centre.ra() + width) % 360, 6).toPlainString(),
                    Decimals.places(centre.dec() - half, 6).toPlainString(),
                    Decimals.places(centre.dec() + half, 6).toPlainString()));
        }
    },
    /** Two beams side by side. */
    BEAMS {
        @Override
        Optional<String> region(Position centre, double radius) {
            String size = " " + Decimals.places(radius / 2, 6);
            return Optional.of("Union ICRS (Circle " + text(centre.offset(radius / 2, 90)) + size + " Circle "
                    + text(centre.offset(radius / 2, 270)) + size + ")");
        }
    },
    /** Left out, as many do: the field of view has to do. */
    NONE {
        @Override
        Optional<String> region(Position centre, double radius) {
            return Optional.empty();
        }
    };

    /** @param radius of the circle that the footprint fills, in degrees */
    abstract Optional<String> region(Position centre, double radius);

    private static String vertices(Position centre, double radius, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> text(centre.offset(radius, 45 + 360.0 * i / count)))
                .collect(Collectors.joining(" "));
    }

    private static String text(Position position) {
        return Decimals.places(position.ra(), 6).toPlainString() + " "
                + Decimals.places(position.dec(), 6).toPlainString();
    }
}
