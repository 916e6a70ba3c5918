package org.dapple.tap.schema;

import java.util.List;

/**
 * A row of {@code tap_schema.schemas} with its tables; utype and description may be null.
 *
 * @param name as clients write it
 * @param tables in their order of presentation
 */
public record PublishedSchema(String name, String utype, String description, List<PublishedTable> tables) {

    public PublishedSchema {
        tables = List.copyOf(tables);
    }

    /** The same with one of its tables, or with none. */
    PublishedSchema only(String table) {
        return new PublishedSchema(
                name,
                utype,
                description,
                tables.stream().filter(it -> it.hasName(table)).toList());
    }
}
