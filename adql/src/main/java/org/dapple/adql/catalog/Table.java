package org.dapple.adql.catalog;

import java.util.List;

/**
 * A published table or view.
 *
 * @param schema the schema as PostgreSQL has it
 * @param name the table's own name, without the schema, as PostgreSQL has it
 * @param description null when there is none
 */
public record Table(String schema, String name, String description, List<Column> columns, SearchColumns search) {
    public Table {
        columns = List.copyOf(columns);
    }

    /** {@code schema.name}, for messages. */
    public String qualifiedName() {
        return schema + "." + name;
    }
}
