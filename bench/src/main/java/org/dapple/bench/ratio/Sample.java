package org.dapple.bench.ratio;

import java.util.List;

/**
 * Values of one thing that was measured several times.
 *
 * @param sorted in ascending order, at least one
 */
record Sample(List<Double> sorted) {

    static Sample of(List<Double> values) {
        return new Sample(values.stream().sorted().toList());
    }

    double median() {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least() {
        return sorted.get(0);
    }

    double greatest() {
        return sorted.get(sorted.size() - 1);
    }
}
