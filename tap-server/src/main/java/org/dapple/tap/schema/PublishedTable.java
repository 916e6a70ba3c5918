package org.dapple.tap.schema;

import java.util.List;

/**
 * A row of {@code tap_schema.tables} with its columns and foreign keys; utype and description may be null.
 *
 * @param name as clients write it, with its schema: {@code ivoa.obscore}
 * @param type {@code table} or {@code view}
 */
public record PublishedTable(
        String name,
        String type,
        String utype,
        String description,
        List<PublishedColumn> columns,
        List<ForeignKey> foreignKeys) {

    public PublishedTable {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /** Whether this is its name, in any case. */
    boolean hasName(String other) {
        return name.equalsIgnoreCase(other);
    }
}
