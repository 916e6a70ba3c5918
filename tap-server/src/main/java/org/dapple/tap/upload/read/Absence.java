package org.dapple.tap.upload.read;

import org.dapple.adql.catalog.AdqlType;

/** What a value is that STIL has read: NaN and what is absent are one to it, or to the format. */
@FunctionalInterface
interface Absence {

    /** What is absent is null. */
    Absence AS_READ = (column, type, value) -> value;

    /** A number has nothing but NaN to say that it is absent (FITS 4.0 §7.3.3). */
    Absence NAN_IS_NULL = (column, type, value) -> isNaN(value) ? null : value;

    /**
     * The value as it is stored, null where it is absent.
     *
     * @param column from 0
     * @param type of the column
     * @param value as read
     * @throws IllegalArgumentException that says what is wrong when it is neither absent nor a value of the type
     */
    Object told(int column, AdqlType type, Object value);

    private static boolean isNaN(Object value) {
        return (value instanceof Double real && real.isNaN()) || (value instanceof Float single && single.isNaN());
    }
}
