package org.dapple.tap.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dapple.adql.catalog.Catalog;

/**
 * All that TAP_SCHEMA says at one moment.
 *
 * @param version differs when anything in it differs
 * @param schemas in their order of presentation
 * @param catalog the same for ADQL
 */
public record TapSchema(long version, List<PublishedSchema> schemas, Catalog catalog) {

    public TapSchema {
        schemas = List.copyOf(schemas);
    }

    /** What these schemas say. */
    public static TapSchema of(long version, List<PublishedSchema> schemas) {
        return new TapSchema(version, schemas, SchemaCatalog.of(version, tables(schemas)));
    }

    /** The tables of all schemas. */
    public Stream<PublishedTable> tables() {
        return tables(schemas);
    }

    /** The table of this name, in any case. */
    public Optional<PublishedTable> table(String name) {
        return tables().filter(table -> table.name().equalsIgnoreCase(name)).findFirst();
    }

    private static Stream<PublishedTable> tables(List<PublishedSchema> schemas) {
        return schemas.stream().flatMap(schema -> schema.tables().stream());
    }
}
