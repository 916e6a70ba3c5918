package org.dapple.adql.check;

/** The part of a SELECT an expression stands in: it decides whether aggregates may. */
enum Clause {
    ON("ON", false),
    WHERE("WHERE", false),
    GROUP_BY("GROUP BY", false),
    SELECT("SELECT", true),
    HAVING("HAVING", true),
    ORDER_BY("ORDER BY", true);

    private final String words;
    private final boolean aggregates;

    Clause(String words, boolean aggregates) {
        this.words = words;
        this.aggregates = aggregates;
    }

    String words() {
        return words;
    }

    boolean allowsAggregates() {
        return aggregates;
    }
}
