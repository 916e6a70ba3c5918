package org.dapple.adql.resolved;

import java.util.Optional;
import org.dapple.adql.ast.TableReference.JoinType;
import org.dapple.adql.catalog.Table;

/** What stands in FROM. */
public sealed interface Source {
    /** A published table. */
    record OfTable(Range range, Table table) implements Source {}

    /** A query as a table. */
    record OfQuery(Range range, CheckedQuery query) implements Source {}

    /** A query of WITH, by its name in the SQL. */
    record OfCommonTable(Range range, String name) implements Source {}

    /** Two joined; without a condition, every row of one with every row of the other. */
    record OfJoin(JoinType type, Source left, Source right, Optional<Condition> on) implements Source {}
}
