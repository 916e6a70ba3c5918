package org.dapple.adql.resolved;

import org.dapple.adql.catalog.SearchColumns;

/**
 * One use of a table in a query.
 *
 * @param alias the name it has in the SQL, unique in the whole query
 * @param search the hidden columns by which its positions and footprints are searched
 */
public record Range(String alias, SearchColumns search) {}
