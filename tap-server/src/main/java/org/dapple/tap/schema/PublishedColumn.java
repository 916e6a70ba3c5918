package org.dapple.tap.schema;

/**
 * A row of {@code tap_schema.columns}; what does not apply is null.
 *
 * @param datatype VOTable datatype, such as {@code char}
 * @param arraysize VOTable arraysize, such as {@code *}
 * @param indexed whether a condition on this column alone is fast
 * @param principal whether it belongs to a first look at the table
 * @param std whether a standard defines it
 * @param search what the column is to a search on the sky, such as {@code point.ra}; never published
 */
public record PublishedColumn(
        String name,
        String datatype,
        String arraysize,
        String xtype,
        String description,
        String utype,
        String unit,
        String ucd,
        boolean indexed,
        boolean principal,
        boolean std,
        String search) {}
