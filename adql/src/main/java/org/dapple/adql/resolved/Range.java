package org.dapple.adql.resolved;

import java.util.Optional;
import org.dapple.adql.catalog.Table;

/**
 * One use of a table in a query.
 *
 * @param alias the name it has in the SQL, unique in the whole query
 * @param table the published table; empty for a derived or common table
 */
public record Range(String alias, Optional<Table> table) {}
