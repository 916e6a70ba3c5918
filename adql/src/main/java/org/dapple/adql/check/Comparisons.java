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
}
