package org.dapple.adql.check;

import java.util.List;
import java.util.Optional;
import org.dapple.adql.ast.ComparisonOperator;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.Condition;
import org.dapple.adql.resolved.Value;

/**
 * Recognises the comparisons that are searches of the sky or of metadata, whichever side the function stands on: {@code CONTAINS(…) = 1},
 * {@code 0 <> INTERSECTS(…)}, {@code DISTANCE(…) < r}. An index can answer these, but not a comparison of numbers.
 */
final class SearchConditions {
    private SearchConditions() {}

    static Optional<Condition> of(ComparisonOperator operator, Value left, Value right) {
        return oneWay(operator, left, right).or(() -> oneWay(operator.mirrored(), right, left));
    }

    private static Optional<Condition> oneWay(ComparisonOperator operator, Value left, Value right) {
        if (left instanceof Value.Truth truth && right instanceof Value.Constant constant) {
            return truth(operator, truth.condition(), constant);
        }
        if (operator == ComparisonOperator.EQUAL && Metadata.isText(left, right)) {
            Condition comparison = new Condition.Comparison(operator, left, right);
            return Optional.of(Metadata.search(comparison, left, List.of(right)));
        }
        boolean distance =
                left instanceof Value.Call call && call.function().name().equals("DISTANCE");
        boolean upTo = operator == ComparisonOperator.LESS || operator == ComparisonOperator.LESS_OR_EQUAL;
        if (!distance || !upTo || !right.type().isNumeric()) {
            return Optional.empty();
        }
        Value.Call call = (Value.Call) left;
        boolean strict = operator == ComparisonOperator.LESS;
        return Optional.of(
                new Condition.Near(call.arguments().get(0), call.arguments().get(1), strict, right));
    }

    private static Optional<Condition> truth(
            ComparisonOperator operator, Condition condition, Value.Constant constant) {
        boolean equal = operator == ComparisonOperator.EQUAL;
        boolean notEqual = operator == ComparisonOperator.NOT_EQUAL;
        boolean one = "1".equals(constant.text()) && constant.type() == AdqlType.INTEGER;
        boolean zero = "0".equals(constant.text()) && constant.type() == AdqlType.INTEGER;
        if ((equal && one) || (notEqual && zero)) {
            return Optional.of(condition);
        }
        if ((equal && zero) || (notEqual && one)) {
            return Optional.of(new Condition.Not(condition));
        }
        return Optional.empty();
    }
}
