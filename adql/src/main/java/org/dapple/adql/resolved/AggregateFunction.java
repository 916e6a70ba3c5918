package org.dapple.adql.resolved;

/** The aggregates of ADQL 2.1 §2.2.2. */
public enum AggregateFunction {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX
}
