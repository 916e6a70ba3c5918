package org.dapple.adql.sql;

import java.util.List;
import org.dapple.adql.resolved.OutputColumn;

/**
 * One SELECT for PostgreSQL, without a trailing semicolon, and what it returns.
 *
 * @param columns in the order of the SELECT; each comes in exactly the PostgreSQL type that its type names, geometries and
 *     regions as text
 */
public record Sql(String text, List<OutputColumn> columns) {
    public Sql {
        columns = List.copyOf(columns);
    }
}
