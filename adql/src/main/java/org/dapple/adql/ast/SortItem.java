package org.dapple.adql.ast;

/** One term of ORDER BY; a key that is a literal integer means the column of that number. */
public record SortItem(Expression key, boolean descending) {}
