package org.dapple.adql.catalog;

import java.util.Arrays;
import java.util.Optional;

/** The types of ADQL 2.1 §3 (with the DALI geometries and arrays of what VOTable has arrays of), and the PostgreSQL type each is held in. */
public enum AdqlType {
    BOOLEAN("boolean"),
    SMALLINT("int2"),
    INTEGER("int4"),
    BIGINT("int8"),
    REAL("float4"),
    DOUBLE("float8"),
    CHAR("text"),
    VARCHAR("text"),
    CLOB("text"),
    TIMESTAMP("timestamp"),
    POINT("spoint"),
    CIRCLE("scircle"),
    POLYGON("spoly"),
    /** A shape of any kind as STC-S or DALI text. */
    REGION("text"),
    /** A document; clients see its text. */
    JSON("jsonb"),
    BOOLEAN_ARRAY(BOOLEAN),
    SMALLINT_ARRAY(SMALLINT),
    INTEGER_ARRAY(INTEGER),
    BIGINT_ARRAY(BIGINT),
    REAL_ARRAY(REAL),
    DOUBLE_ARRAY(DOUBLE),
    /** The type of NULL, which goes with every other. */
    UNKNOWN("text");

    private final String postgres;
    private final AdqlType element;

    AdqlType(String postgres) {
        this.postgres = postgres;
        this.element = this;
    }

    /** Of elements of another type. */
    AdqlType(AdqlType element) {
        this.postgres = element.postgres + "[]";
        this.element = element;
    }

    /** The array whose elements are of a type, if there is one. */
    public static Optional<AdqlType> arrayOf(AdqlType element) {
        return Arrays.stream(values())
                .filter(type -> type.isArray() && type.element == element)
                .findFirst();
    }

    /** The PostgreSQL (or pgSphere) type, as one writes it in a cast. */
    public String postgres() {
        return postgres;
    }

    public boolean isArray() {
        return element != this;
    }

    /** The type of an array's elements; of what is no array, the type itself. */
    public AdqlType element() {
        return element;
    }

    public boolean isInteger() {
        return this == SMALLINT || this == INTEGER || this == BIGINT;
    }

    public boolean isNumeric() {
        return isInteger() || this == REAL || this == DOUBLE;
    }

    public boolean isText() {
        return this == CHAR || this == VARCHAR || this == CLOB;
    }

    public boolean isGeometry() {
        return this == POINT || this == CIRCLE || this == POLYGON || this == REGION;
    }

    /** As the standard's grammar and messages name it, arrays as {@code INTEGER[]}. */
    @Override
    public String toString() {
        return isArray() ? element + "[]" : name();
    }
}
