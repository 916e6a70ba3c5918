package org.dapple.adql.sql;

import java.math.BigDecimal;
import java.util.Optional;
import org.dapple.adql.resolved.Value;

/** Works out numbers that are known when the query is written, such as {@code 1 / 3600.0}, because an index needs to know them. */
final class Numbers {
    private Numbers() {}

    /** The number, or nothing if it depends on a row, is NULL, or PostgreSQL has something to say about it. */
    static Optional<BigDecimal> constant(Value value) {
        if (value instanceof Value.Constant constant) {
            return constant.text() != null && constant.type().isNumeric()
                    ? Optional.of(new BigDecimal(constant.text()))
                    : Optional.empty();
        }
        if (value instanceof Value.Negative negative) {
            return constant(negative.value()).map(BigDecimal::negate);
        }
        return value instanceof Value.Arithmetic arithmetic
                        && !arithmetic.type().isInteger()
                ? constant(arithmetic.left())
                        .flatMap(left -> constant(arithmetic.right()).flatMap(right -> apply(arithmetic, left, right)))
                : Optional.empty();
    }

    /** In double precision, as PostgreSQL does it. */
    private static Optional<BigDecimal> apply(Value.Arithmetic arithmetic, BigDecimal left, BigDecimal right) {
        double a = left.doubleValue();
        double b = right.doubleValue();
        double result = switch (arithmetic.operator()) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case CONCATENATE -> Double.NaN;
        };
        return Double.isFinite(result) ? Optional.of(BigDecimal.valueOf(result)) : Optional.empty();
    }
}
