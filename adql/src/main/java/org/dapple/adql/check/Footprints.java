package org.dapple.adql.check;

import org.dapple.adql.ast.Expression;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.Value;

/** Region columns are text to look at; only those with search columns beside them can be searched. */
final class Footprints {
    private Footprints() {}

    static void check(String function, Expression.Call call, Value shape) {
        boolean known = shape instanceof Value.Union || shape instanceof Value.SkyRange;
        if (shape.type() == AdqlType.REGION && !known && !isSearchable(shape)) {
            throw Faults.type(
                    function,
                    call.position(),
                    "%s can search a region only as a column of its table, or of a plain subquery of that"
                            .formatted(function));
        }
    }

    private static boolean isSearchable(Value shape) {
        return shape instanceof Value.ColumnValue column
                && column.range().search().footprints().stream()
                        .anyMatch(footprint ->
                                footprint.region().equals(column.column().name()));
    }
}
