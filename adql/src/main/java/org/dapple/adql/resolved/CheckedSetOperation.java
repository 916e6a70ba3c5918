package org.dapple.adql.resolved;

import java.util.List;
import org.dapple.adql.ast.SetOperation;

/**
 * Two queries with columns of the same number and kind, combined.
 *
 * @param columns those of the left one, widened to hold the values of both
 */
public record CheckedSetOperation(
        SetOperation.Operator operator, boolean all, Body left, Body right, List<OutputColumn> columns)
        implements Body {
    public CheckedSetOperation {
        columns = List.copyOf(columns);
    }
}
