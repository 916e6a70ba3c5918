package org.dapple.adql.ast;

/** A place in the query's text: line and column in characters, both from 1. */
public record Position(int line, int column) {
    /** Where trees that were built rather than parsed are. */
    public static final Position NONE = new Position(1, 1);
}
