package org.dapple.tap.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dapple.adql.catalog.Catalog;

/**
 * All that TAP_SCHEMA says at one moment, and where the site is.
 *
 * @param version differs when anything in it differs
 * @param schemas in their order of presentation
 * @param catalog the same for ADQL
 * @param siteUrl where the site's services are, without a trailing slash: the {@code access_url} of its data begins with it
 */
public record TapSchema(long version, List<PublishedSchema> schemas, Catalog catalog, String siteUrl) {

    public TapSchema {
        schemas = List.copyOf(schemas);
    }

    /** What these schemas say. */
    public static TapSchema of(long version, List<PublishedSchema> schemas, String siteUrl) {
        return new TapSchema(version, schemas, SchemaCatalog.of(version, tables(schemas)), siteUrl);
    }

    /** What it says of one table. */
    public TapSchema only(String name) {
        List<PublishedSchema> withIt = schemas.stream()
                .map(schema -> schema.only(name))
                .filter(schema -> !schema.tables().isEmpty())
                .toList();
        return of(version, withIt, siteUrl);
    }

    /** The tables of all schemas. */
    public Stream<PublishedTable> tables() {
        return tables(schemas);
    }

    /** The table of this name, in any case. */
    public Optional<PublishedTable> table(String name) {
        return tables().filter(table -> table.hasName(name)).findFirst();
    }

    private static Stream<PublishedTable> tables(List<PublishedSchema> schemas) {
        return schemas.stream().flatMap(schema -> schema.tables().stream());
    }
}
