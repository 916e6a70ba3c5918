package org.dapple.dbinit.demo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they are written: rounded, and alike on every Java, whose ways to print a double differ. */
final class Decimals {

    private Decimals() {}

    /** With so many decimal places at most. */
    static BigDecimal places(double value, int places) {
        BigDecimal rounded =
                new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }

    /** With so many significant digits at most. */
    static BigDecimal digits(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    }
}
