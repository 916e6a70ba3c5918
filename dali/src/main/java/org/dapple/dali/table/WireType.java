package org.dapple.dali.table;

/**
 * How a cell lies in a tuple: PostgreSQL's binary forms, all numbers big-endian, which is also what VOTable BINARY2 and
 * FITS want.
 */
public enum WireType {
    /** One byte, 0 or 1. */
    BOOLEAN,
    /** Two bytes. */
    SHORT,
    /** Four bytes. */
    INT,
    /** Eight bytes. */
    LONG,
    /** IEEE 754, four bytes. */
    FLOAT,
    /** IEEE 754, eight bytes. */
    DOUBLE,
    /** UTF-8, as long as the cell; where the datatype is double, numbers separated by blanks. */
    TEXT,
    /** Eight bytes: microseconds since 2000-01-01T00:00:00 UTC. */
    TIMESTAMP;

    /** Whether the cells are numbers. */
    public boolean isNumber() {
        return switch (this) {
            case SHORT, INT, LONG, FLOAT, DOUBLE -> true;
            case BOOLEAN, TEXT, TIMESTAMP -> false;
        };
    }
}
