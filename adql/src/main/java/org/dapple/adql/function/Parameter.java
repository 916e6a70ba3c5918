package org.dapple.adql.function;

import org.dapple.adql.catalog.AdqlType;

/** What a function takes in one place. */
public enum Parameter {
    NUMBER("a number"),
    WHOLE("a whole number"),
    TEXT("text"),
    /** A TIMESTAMP, or a text that is one. */
    TIME("a time"),
    POINT("a POINT"),
    CIRCLE("a CIRCLE"),
    POLYGON("a POLYGON"),
    FOOTPRINT("a region column"),
    JSON("a JSON column"),
    ANY("a value");

    private final String words;

    Parameter(String words) {
        this.words = words;
    }

    /** As in "expects a number". */
    public String words() {
        return words;
    }

    /** Whether a value of the type can stand here; NULL can everywhere. */
    public boolean accepts(AdqlType type) {
        if (type == AdqlType.UNKNOWN) {
            return true;
        }
        return switch (this) {
            case NUMBER -> type.isNumeric();
            case WHOLE -> type.isInteger();
            case TEXT -> type.isText() || type == AdqlType.REGION;
            case TIME -> type == AdqlType.TIMESTAMP || type.isText();
            case POINT -> type == AdqlType.POINT;
            case CIRCLE -> type == AdqlType.CIRCLE;
            case POLYGON -> type == AdqlType.POLYGON;
            case FOOTPRINT -> type == AdqlType.REGION;
            case JSON -> type == AdqlType.JSON;
            case ANY -> true;
        };
    }

    /** The type a NULL is given to stand here. */
    public AdqlType type() {
        return switch (this) {
            case NUMBER -> AdqlType.DOUBLE;
            case WHOLE -> AdqlType.INTEGER;
            case TEXT, ANY -> AdqlType.VARCHAR;
            case TIME -> AdqlType.TIMESTAMP;
            case POINT -> AdqlType.POINT;
            case CIRCLE -> AdqlType.CIRCLE;
            case POLYGON -> AdqlType.POLYGON;
            case FOOTPRINT -> AdqlType.REGION;
            case JSON -> AdqlType.JSON;
        };
    }
}
