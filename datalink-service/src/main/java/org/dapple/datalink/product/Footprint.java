package org.dapple.datalink.product;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.StringTokenizer;

/** Reads the s_region of ObsCore as far as SODA has a parameter of the same shape. */
final class Footprint {

    private static final String OF_NUMBERS = "-+0123456789.eE";

    private Footprint() {}

    /** The vertices of a polygon. */
    static Optional<String> polygon(String region) {
        return numbers("polygon", region);
    }

    /** Centre and radius of a circle. */
    static Optional<String> circle(String region) {
        return numbers("circle", region);
    }

    /** Word by word: a footprint may have so many that a regular expression would run out of stack. */
    private static Optional<String> numbers(String shape, String region) {
        StringTokenizer words = new StringTokenizer(region == null ? "" : region);
        if (!words.hasMoreTokens() || !words.nextToken().equalsIgnoreCase(shape)) {
            return Optional.empty();
        }
        StringJoiner numbers = new StringJoiner(" ");
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (isNumber(word)) {
                numbers.add(word);
            } else if (numbers.length() > 0 || !word.equalsIgnoreCase("icrs")) {
                return Optional.empty();
            }
        }
        return Optional.of(numbers.toString()).filter(found -> !found.isEmpty());
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (OF_NUMBERS.indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
