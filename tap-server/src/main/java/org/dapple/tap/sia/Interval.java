package org.dapple.tap.sia;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dapple.tap.search.Decimal;

/**
 * Numbers from one to another, both included (SIA 2.0 §2.1).
 *
 * @param low empty for -Inf
 * @param high empty for +Inf
 */
record Interval(Optional<Decimal> low, Optional<Decimal> high) {

    private static final Set<String> INFINITE = Set.of("INF", "+INF", "INFINITY", "+INFINITY");
    private static final Set<String> MINUS_INFINITE = Set.of("-INF", "-INFINITY");

    /** The interval that one number, or two, mean; empty where they are none, or the wrong way round. */
    static Optional<Interval> of(String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (words.length == 1) {
            return Decimal.of(words[0]).map(number -> new Interval(Optional.of(number), Optional.of(number)));
        }
        return words.length == 2 ? of(words[0], words[1]) : Optional.empty();
    }

    private static Optional<Interval> of(String from, String to) {
        Optional<Decimal> low = Decimal.of(from);
        Optional<Decimal> high = Decimal.of(to);
        boolean read = (low.isPresent() || isMinusInfinite(from)) && (high.isPresent() || isInfinite(to));
        Interval interval = new Interval(low, high);
        return read && interval.goesUp() ? Optional.of(interval) : Optional.empty();
    }

    private boolean goesUp() {
        return low.isEmpty()
                || high.isEmpty()
                || low.get().value() <= high.get().value();
    }

    /** Whether some number of it is negative, other than by having no lower bound. */
    boolean namesNegatives() {
        return low.filter(bound -> bound.value() < 0).isPresent()
                || high.filter(bound -> bound.value() < 0).isPresent();
    }

    static boolean isInfinite(String word) {
        return INFINITE.contains(upper(word));
    }

    static boolean isMinusInfinite(String word) {
        return MINUS_INFINITE.contains(upper(word));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
