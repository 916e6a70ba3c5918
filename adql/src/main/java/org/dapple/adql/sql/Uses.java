package org.dapple.adql.sql;

import java.util.Collection;
import java.util.List;
import org.dapple.adql.resolved.Range;
import org.dapple.adql.resolved.Value;

/** Says whether a value depends on the rows of a table: an index of the table cannot be asked for what does. */
final class Uses {
    private Uses() {}

    /** Whether a column of the table may occur in the value; subqueries and conditions are not looked into. */
    static boolean of(Range table, Value value) {
        if (value instanceof Value.ColumnValue column) {
            return column.range().equals(table);
        }
        if (value instanceof Value.ScalarQuery || value instanceof Value.Truth || value instanceof Value.Aggregate) {
            return true;
        }
        return parts(value).stream().anyMatch(part -> of(table, part));
    }

    private static Collection<Value> parts(Value value) {
        if (value instanceof Value.Call call) {
            return call.arguments();
        }
        if (value instanceof Value.Arithmetic arithmetic) {
            return List.of(arithmetic.left(), arithmetic.right());
        }
        if (value instanceof Value.Polygon polygon) {
            return polygon.corners();
        }
        if (value instanceof Value.Coalesce coalesce) {
            return coalesce.values();
        }
        if (value instanceof Value.Negative negative) {
            return List.of(negative.value());
        }
        if (value instanceof Value.InUnit converted) {
            return List.of(converted.value());
        }
        return value instanceof Value.Cast cast ? List.of(cast.value()) : List.of();
    }
}
