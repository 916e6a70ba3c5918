package org.dapple.adql.catalog;

import java.util.List;

/**
 * A published table or view.
 *
 * @param schema the schema as queries call it
 * @param name the table's own name, without the schema, as PostgreSQL has it
 * @param description null when there is none
 * @param storedIn the schema where PostgreSQL has it, when queries call that by another name
 */
public record Table(
        String schema, String name, String description, List<Column> columns, SearchColumns search, String storedIn) {
    public Table {
        columns = List.copyOf(columns);
    }

    /** A table of a schema that queries call as PostgreSQL does. */
    public Table(String schema, String name, String description, List<Column> columns, SearchColumns search) {
        this(schema, name, description, columns, search, schema);
    }

    /** {@code schema.name}, for messages. */
    public String qualifiedName() {
        return schema + "." + name;
    }
}
