package org.dapple.adql.ast;

/** What gives rows: a SELECT, set operators between queries, or a query in parentheses. */
public sealed interface QueryBody permits Select, SetOperation, Query {
    Position position();
}
