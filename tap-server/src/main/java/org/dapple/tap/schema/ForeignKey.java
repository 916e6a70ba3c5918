package org.dapple.tap.schema;

import java.util.List;

/**
 * A row of {@code tap_schema.keys} with its columns; utype and description may be null.
 *
 * @param targetTable the table it leads to, with its schema
 */
public record ForeignKey(String targetTable, String description, String utype, List<Pair> columns) {

    public ForeignKey {
        columns = List.copyOf(columns);
    }

    /** A column of this table and the one of the target table that has the same value. */
    public record Pair(String from, String target) {}
}
