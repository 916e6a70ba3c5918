package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.List;
import org.dapple.adql.ast.SetOperation;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.Body;
import org.dapple.adql.resolved.CheckedQuery;
import org.dapple.adql.resolved.CheckedSelect;
import org.dapple.adql.resolved.CheckedSetOperation;
import org.dapple.adql.resolved.OutputColumn;

/** Brings the columns of the two sides of a set operator to the same types. */
final class SetColumns {
    private SetColumns() {}

    static Body combine(SetOperation operation, Body left, Body right) {
        String operator = operation.operator().name();
        int count = left.columns().size();
        if (count != right.columns().size()) {
            throw Faults.type(
                    operator,
                    operation.position(),
                    "The queries of %s have %d and %d columns; they need the same number"
                            .formatted(operator, count, right.columns().size()));
        }
        List<OutputColumn> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(
                    common(operation, i, left.columns().get(i), right.columns().get(i)));
        }
        return new CheckedSetOperation(
                operation.operator(), operation.all(), as(columns, left), as(columns, right), columns);
    }

    /** The same rows, with columns of nothing but NULL in the given type. */
    static Body settled(Body body, AdqlType type) {
        if (body.columns().stream().noneMatch(column -> column.type() == AdqlType.UNKNOWN)) {
            return body;
        }
        return as(
                body.columns().stream()
                        .map(column -> column.type() == AdqlType.UNKNOWN ? column.typed(type) : column)
                        .toList(),
                body);
    }

    private static OutputColumn common(SetOperation operation, int i, OutputColumn left, OutputColumn right) {
        String operator = operation.operator().name();
        AdqlType type = Types.common(left.type(), right.type())
                .orElseThrow(() -> Faults.type(
                        operator,
                        operation.position(),
                        "Column %d of the queries of %s is %s in one and %s in the other"
                                .formatted(i + 1, operator, Types.words(left.type()), Types.words(right.type()))));
        boolean keepsDuplicates = operation.all() && operation.operator() == SetOperation.Operator.UNION;
        if (!keepsDuplicates && !Types.isComparable(type)) {
            throw Faults.type(
                    operator,
                    operation.position(),
                    "%s compares rows, and column %d is %s, which cannot be compared"
                            .formatted(operator, i + 1, Types.one(type)));
        }
        if (type != left.type() || (type.isArray() && !left.isShapedLike(right))) {
            return Outputs.column(left.name(), type);
        }
        return operation.operator() == SetOperation.Operator.UNION ? left.sharedWith(right) : left;
    }

    /** The same rows with columns of the given types. */
    private static Body as(List<OutputColumn> columns, Body body) {
        if (body instanceof CheckedSelect select) {
            List<CheckedSelect.Output> outputs = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                CheckedSelect.Output output = select.outputs().get(i);
                AdqlType type = columns.get(i).type();
                outputs.add(new CheckedSelect.Output(
                        Types.as(type, output.value()),
                        output.column().type() == type
                                ? output.column()
                                : Outputs.column(output.column().name(), type)));
            }
            return select.with(outputs);
        }
        if (body instanceof CheckedSetOperation operation) {
            return new CheckedSetOperation(
                    operation.operator(),
                    operation.all(),
                    as(columns, operation.left()),
                    as(columns, operation.right()),
                    columns);
        }
        CheckedQuery query = (CheckedQuery) body;
        return new CheckedQuery(query.with(), as(columns, query.body()), query.orderBy(), query.offset());
    }
}
