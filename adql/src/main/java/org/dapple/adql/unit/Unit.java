package org.dapple.adql.unit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A unit: a factor times powers of base units.
 *
 * @param factor in base units: 1000 for km
 * @param powers of each base unit that has one, none of them 0
 */
public record Unit(double factor, Map<String, Double> powers) {
    static final Unit ONE = new Unit(1, Map.of());

    public Unit {
        powers = Map.copyOf(powers);
    }

    /** The unit a text means in VOUnits' syntax; nothing when it is none. */
    public static Optional<Unit> of(String text) {
        return UnitParser.parse(text);
    }

    /** By what a value in this unit is to be multiplied to be one in the other; nothing when they measure different things. */
    public Optional<Double> factorTo(Unit other) {
        return powers.equals(other.powers) ? Optional.of(factor / other.factor) : Optional.empty();
    }

    static Unit base(String name) {
        return new Unit(1, Map.of(name, 1.0));
    }

    Unit scaled(double by) {
        return new Unit(factor * by, powers);
    }

    Unit times(Unit other) {
        Map<String, Double> product = new TreeMap<>(powers);
        other.powers.forEach((name, power) -> product.merge(name, power, Double::sum));
        product.values().removeIf(power -> power == 0);
        return new Unit(factor * other.factor, product);
    }

    Unit power(double exponent) {
        Map<String, Double> raised = new TreeMap<>();
        powers.forEach((name, power) -> raised.put(name, power * exponent));
        raised.values().removeIf(power -> power == 0);
        return new Unit(Math.pow(factor, exponent), raised);
    }
}
