package org.dapple.bench.lab;

import java.util.List;

/**
 * Values of one thing that was measured several times.
 *
 * @param sorted in ascending order, at least one
 */
public record Sample(List<Double> sorted) {

    public static Sample of(List<Double> values) {
        return new Sample(values.stream().sorted().toList());
    }

    public double median() {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double least() {
        return sorted.get(0);
    }

    public double greatest() {
        return sorted.get(sorted.size() - 1);
    }
}
