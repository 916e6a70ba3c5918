package org.dapple.dbinit.mapping.file;

/**
 * How a value in some unit becomes one in the unit of its column.
 *
 * @param name of the database's conversion: multiple, fraction, inverse, mjd, jd, unix, hms or dms
 * @param by the factor, divisor or numerator; null where there is none
 */
public record Conversion(String name, Double by) {

    /** What makes one unit another, each given by its size in a third; null where both are the same. */
    static Conversion between(double from, double to) {
        if (from == to) {
            return null;
        }
        return from > to ? new Conversion("multiple", tidy(from / to)) : new Conversion("fraction", tidy(to / from));
    }

    /** A thousandth is no double, but the thousand is that divides. */
    private static double tidy(double ratio) {
        double whole = Math.rint(ratio);
        return Math.abs(ratio - whole) < 1e-12 * ratio ? whole : ratio;
    }
}
