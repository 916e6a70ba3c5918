package org.dapple.adql.resolved;

/**
 * The column of a table from which the values of a result are taken unchanged.
 *
 * @param schema the table's schema as queries call it
 */
public record ColumnOrigin(String schema, String table, String column) {}
