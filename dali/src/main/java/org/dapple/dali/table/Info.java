package org.dapple.dali.table;

import java.util.Objects;

/**
 * One INFO of a result (VOTable 1.4 §4.3), such as the query that was run or whom to cite.
 *
 * @param name what is said, such as {@code query}
 * @param value the statement
 * @param text a longer explanation, or null
 */
public record Info(String name, String value, String text) {

    public Info {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }

    /** An INFO without explanation. */
    public static Info of(String name, String value) {
        return new Info(name, value, null);
    }
}
