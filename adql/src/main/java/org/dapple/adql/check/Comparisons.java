package org.dapple.adql.check;

import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.Value;
import org.dapple.adql.resolved.Value.Constant;

/** The conversions that a comparison makes of itself: of literals only, where they can mean but one thing. */
final class Comparisons {
    private Comparisons() {}

    /** The value as it is compared with the other: text that is a time, 1 and 0 that are true and false. */
    static Value like(Value other, Value value) {
        if (!(value instanceof Constant constant) || constant.text() == null) {
            return value;
        }
        if (other.type() == AdqlType.TIMESTAMP && constant.type().isText() && Constants.isTime(constant.text())) {
            return new Constant(AdqlType.TIMESTAMP, constant.text());
        }
        boolean bit = constant.text().equals("1") || constant.text().equals("0");
        if (other.type() == AdqlType.BOOLEAN && constant.type().isInteger() && bit) {
            return new Constant(
                    AdqlType.BOOLEAN, Boolean.toString(constant.text().equals("1")));
        }
        return value;
    }

    /** What would make two values comparable that are not; empty when there is nothing to say. */
    static String advice(Value left, Value right) {
        if (left.type() == AdqlType.TIMESTAMP || right.type() == AdqlType.TIMESTAMP) {
            return "; a time is written in quotes: '2026-01-31T12:00:00'";
        }
        if (left.type() == AdqlType.JSON || right.type() == AdqlType.JSON) {
            return "; rucio_meta(data, 'key') is the value of a key, as text";
        }
        String advice = ofLiteral(left, right.type());
        return advice.isEmpty() ? ofLiteral(right, left.type()) : advice;
    }

    private static String ofLiteral(Value value, AdqlType other) {
        if (!(value instanceof Constant literal) || literal.text() == null) {
            return "";
        }
        String text = literal.text();
        if (literal.type().isNumeric() && other.isText()) {
            return "; text is written in single quotes: '%s'".formatted(text);
        }
        if (!literal.type().isText() || !other.isNumeric()) {
            return "";
        }
        if (Constants.isTime(text)) {
            return "; a time as modified Julian date is ivo_to_mjd('%s')".formatted(text);
        }
        return Constants.isNumber(text) ? "; a number is written without quotes: " + text : "";
    }
}
