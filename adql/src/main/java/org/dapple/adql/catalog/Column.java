package org.dapple.adql.catalog;

import java.util.Objects;

/**
 * A published column, as TAP_SCHEMA describes it.
 *
 * @param name as PostgreSQL has it; only a name in lower case is found by a regular identifier
 * @param arraysize as in VOTable ({@code *}, {@code 12*}); null for a scalar
 * @param xtype null when there is none; so are unit, ucd, utype and description
 */
public record Column(
        String name,
        AdqlType type,
        String arraysize,
        String xtype,
        String unit,
        String ucd,
        String utype,
        String description) {
    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    /** A column of which nothing but name and type is known. */
    public static Column of(String name, AdqlType type) {
        return new Column(name, type, null, null, null, null, null, null);
    }
}
