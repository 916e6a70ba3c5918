package org.dapple.bench.links;

import java.util.List;

/**
 * Times of one thing that was done often.
 *
 * @param millis in ascending order, at least one
 */
record Times(List<Double> millis) {

    static Times of(List<Double> millis) {
        return new Times(millis.stream().sorted().toList());
    }

    double median() {
        return within(0.5);
    }

    double longest() {
        return millis.get(millis.size() - 1);
    }

    /** The time within which so much of it was done, from 0 to 1. */
    double within(double share) {
        return millis.get((int) Math.min(millis.size() - 1L, Math.round(share * millis.size())));
    }
}
