package org.dapple.tap.sia;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.tap.search.Decimal;

/** Reads a value of POS (SIA 2.0 §2.1.1). */
final class RegionText {

    /** Ranges that are thinner have nothing in them that rounding would not decide. */
    private static final double THINNEST = 1e-7;

    private final String text;
    private final List<String> words;

    private RegionText(String text) {
        this.text = text;
        this.words = List.of(text.strip().split("\\s+", -1));
    }

    /**
     * The region that a value means.
     *
     * @throws ServiceFault that says what is wrong with it and what would be right
     */
    static Region read(String text) {
        RegionText reader = new RegionText(text);
        return switch (reader.words.get(0).toUpperCase(Locale.ROOT)) {
            case "CIRCLE" -> reader.circle();
            case "RANGE" -> reader.range();
            case "POLYGON" -> reader.polygon();
            default ->
                throw reader.wrong("it begins with CIRCLE, RANGE or POLYGON, such as POS=CIRCLE 204.25 -29.87 0.5");
        };
    }

    private Region circle() {
        exactly(3, "CIRCLE takes a longitude, a latitude and a radius");
        return new Region.Circle(longitude(1), latitude(2), number(3, "a radius", 0, 90));
    }

    /** A range that goes from a greater to a smaller longitude passes through 0. */
    private Region range() {
        exactly(4, "RANGE takes two longitudes and two latitudes");
        Region.Range range = new Region.Range(
                Interval.isMinusInfinite(words.get(1)) ? new Decimal("0") : longitude(1),
                Interval.isInfinite(words.get(2)) ? new Decimal("360") : longitude(2),
                Interval.isMinusInfinite(words.get(3)) ? new Decimal("-90") : latitude(3),
                Interval.isInfinite(words.get(4)) ? new Decimal("90") : latitude(4));
        if (range.north().value() - range.south().value() < THINNEST
                || Math.abs(range.east().value() - range.west().value()) < THINNEST) {
            throw wrong("RANGE goes from one longitude eastwards to another and from a lower to a higher latitude");
        }
        return range;
    }

    private Region polygon() {
        if (words.size() < 7 || words.size() % 2 == 0) {
            throw wrong(
                    "POLYGON takes a longitude and a latitude for each of at least three corners, and there are %d numbers"
                            .formatted(words.size() - 1));
        }
        List<Decimal> coordinates = new ArrayList<>();
        Set<String> corners = new HashSet<>();
        for (int place = 1; place < words.size(); place += 2) {
            coordinates.add(longitude(place));
            coordinates.add(latitude(place + 1));
            corners.add(coordinates.get(place - 1).value() + " "
                    + coordinates.get(place).value());
        }
        if (corners.size() < 3) {
            throw wrong("POLYGON has at least three different corners");
        }
        return new Region.Polygon(coordinates);
    }

    private void exactly(int count, String what) {
        if (words.size() - 1 != count) {
            throw wrong("%s, which are %d numbers and not %d".formatted(what, count, words.size() - 1));
        }
    }

    private Decimal longitude(int place) {
        return number(place, "a longitude", 0, 360);
    }

    private Decimal latitude(int place) {
        return number(place, "a latitude", -90, 90);
    }

    private Decimal number(int place, String what, int least, int most) {
        String word = words.get(place);
        return Decimal.of(word)
                .filter(number -> number.isWithin(least, most))
                .orElseThrow(() -> wrong("%s is %s, and is from %d to %d degrees"
                        .formatted(what, ImageRequest.shortened(word), least, most)));
    }

    private ServiceFault wrong(String why) {
        return ServiceFault.usage("Parameter POS is '%s': %s.".formatted(ImageRequest.shortened(text), why));
    }
}
