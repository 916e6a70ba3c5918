package org.dapple.adql.catalog;

/** The types of ADQL 2.1 §3 (with the DALI geometries), and the PostgreSQL type each is held in. */
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
    /** The type of NULL, which goes with every other. */
    UNKNOWN("text");

    private final String postgres;

    AdqlType(String postgres) {
        this.postgres = postgres;
    }

    /** The PostgreSQL (or pgSphere) type, as one writes it in a cast. */
    public String postgres() {
        return postgres;
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
}
