package org.dapple.adql.check;

import java.util.List;
import java.util.Optional;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.Value;

/** Which types go together and what comes out. */
final class Types {
    private static final List<AdqlType> NUMBERS =
            List.of(AdqlType.SMALLINT, AdqlType.INTEGER, AdqlType.BIGINT, AdqlType.REAL, AdqlType.DOUBLE);

    private Types() {}

    /** As a message names a type. */
    static String words(AdqlType type) {
        if (type.isText()) {
            return "text";
        }
        return type == AdqlType.UNKNOWN ? "NULL" : type.toString();
    }

    /** As a message names what cannot be compared. */
    static String one(AdqlType type) {
        return type.isArray() ? "an array (" + type + ")" : "a " + type;
    }

    /** Whether the value is text to PostgreSQL. */
    static boolean isTextual(AdqlType type) {
        return type.isText() || type == AdqlType.REGION || type == AdqlType.UNKNOWN;
    }

    static boolean isNumber(AdqlType type) {
        return type.isNumeric() || type == AdqlType.UNKNOWN;
    }

    /** Whether values of the type can be compared, sorted and grouped; ADQL has nothing to say of arrays. */
    static boolean isComparable(AdqlType type) {
        return !type.isArray() && (!type.isGeometry() || type == AdqlType.REGION);
    }

    /** The type that holds the values of both, if there is one. */
    static Optional<AdqlType> common(AdqlType a, AdqlType b) {
        if (a == b || b == AdqlType.UNKNOWN) {
            return Optional.of(a);
        }
        if (a == AdqlType.UNKNOWN) {
            return Optional.of(b);
        }
        if (a.isNumeric() && b.isNumeric()) {
            return Optional.of(wider(a, b));
        }
        return isTextual(a) && isTextual(b) ? Optional.of(AdqlType.VARCHAR) : Optional.empty();
    }

    /** The type of an arithmetic result. A REAL cannot hold every whole number, so the two together are DOUBLE. */
    static AdqlType wider(AdqlType a, AdqlType b) {
        if (a == AdqlType.UNKNOWN || b == AdqlType.UNKNOWN) {
            return a == b ? AdqlType.DOUBLE : a == AdqlType.UNKNOWN ? b : a;
        }
        if (a != b && (a == AdqlType.REAL || b == AdqlType.REAL)) {
            return AdqlType.DOUBLE;
        }
        return NUMBERS.get(Math.max(NUMBERS.indexOf(a), NUMBERS.indexOf(b)));
    }

    /** The value in the given type, converted only if it has another. */
    static Value as(AdqlType type, Value value) {
        if (value.type() == type
                || (value.type().postgres().equals(type.postgres()) && value.type() != AdqlType.UNKNOWN)) {
            return value;
        }
        return new Value.Cast(value, type, 0);
    }
}
