package org.dapple.adql.resolved;

/** The aggregates of ADQL 2.1 §2.2.2, and those of the IVOA's catalogue of functions. */
public enum AggregateFunction {
    COUNT("count"),
    SUM("sum"),
    AVG("avg"),
    MIN("min"),
    MAX("max"),
    IVO_STRING_AGG("string_agg"),
    IVO_HISTOGRAM("array_agg");

    private final String postgres;

    AggregateFunction(String postgres) {
        this.postgres = postgres;
    }

    /** What PostgreSQL calls it. */
    public String postgres() {
        return postgres;
    }
}
