package org.dapple.adql.check;

import java.util.List;
import java.util.Optional;
import org.dapple.adql.ast.ComparisonOperator;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.CheckedQuery;
import org.dapple.adql.resolved.Condition;
import org.dapple.adql.resolved.Value;

/** Resolves and types expressions that stand where a condition is wanted. */
final class ConditionChecker {
    private final ExpressionChecker expressions;

    ConditionChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    Condition condition(Expression expression, Scope scope) {
        if (expression instanceof Expression.Comparison comparison) {
            return comparison(comparison, scope);
        }
        if (expression instanceof Expression.And and) {
            return new Condition.And(each(and.conditions(), scope));
        }
        if (expression instanceof Expression.Or or) {
            return new Condition.Or(each(or.conditions(), scope));
        }
        if (expression instanceof Expression.Not not) {
            return new Condition.Not(condition(not.condition(), scope));
        }
        if (expression instanceof Expression.Between between) {
            return between(between, scope);
        }
        if (expression instanceof Expression.InList in) {
            return inList(in, scope);
        }
        if (expression instanceof Expression.InQuery in) {
            return inQuery(in, scope);
        }
        if (expression instanceof Expression.Like like) {
            return like(like, scope);
        }
        if (expression instanceof Expression.IsNull isNull) {
            return new Condition.IsNull(expressions.value(isNull.value(), scope), isNull.negated());
        }
        if (expression instanceof Expression.Exists exists) {
            return new Condition.Exists(expressions.query(exists.query(), scope));
        }
        return truth(expression, scope);
    }

    private List<Condition> each(List<Expression> parts, Scope scope) {
        return parts.stream().map(part -> condition(part, scope)).toList();
    }

    private Condition truth(Expression expression, Scope scope) {
        Value value = expressions.value(expression, scope);
        if (value.type() == AdqlType.BOOLEAN) {
            return new Condition.IsTrue(value);
        }
        String advice =
                value instanceof Value.Truth ? "; CONTAINS, INTERSECTS and RUCIO_META_HAS are compared: … = 1" : "";
        throw Faults.type(
                "",
                expression.position(),
                "A condition is needed, and this is a value (%s)%s".formatted(Types.words(value.type()), advice));
    }

    private Condition comparison(Expression.Comparison comparison, Scope scope) {
        Value left = expressions.value(comparison.left(), scope);
        Value right = expressions.value(comparison.right(), scope);
        ComparisonOperator operator = comparison.operator();
        return SearchConditions.of(operator, left, right).orElseGet(() -> {
            Sides sides = comparable(operator.sign(), comparison, left, right);
            return new Condition.Comparison(operator, sides.left(), sides.right());
        });
    }

    private Condition between(Expression.Between between, Scope scope) {
        Value value = expressions.value(between.value(), scope);
        Value low = expressions.value(between.low(), scope);
        Value high = expressions.value(between.high(), scope);
        Value lower = comparable("BETWEEN", between, value, low).right();
        Sides upper = comparable("BETWEEN", between, value, high);
        Optional<Condition> near = between.negated()
                ? Optional.empty()
                : SearchConditions.of(ComparisonOperator.LESS_OR_EQUAL, value, high);
        return near.<Condition>map(within -> new Condition.And(
                        List.of(within, new Condition.Comparison(ComparisonOperator.GREATER_OR_EQUAL, value, lower))))
                .orElseGet(() -> new Condition.Between(upper.left(), between.negated(), lower, upper.right()));
    }

    private Condition inList(Expression.InList in, Scope scope) {
        Value value = expressions.value(in.value(), scope);
        List<Value> values = in.values().stream()
                .map(item -> comparable("IN", in, value, expressions.value(item, scope))
                        .right())
                .toList();
        Condition list = new Condition.InList(value, in.negated(), values);
        return in.negated() ? list : Metadata.search(list, value, values);
    }

    private Condition inQuery(Expression.InQuery in, Scope scope) {
        Value value = expressions.value(in.value(), scope);
        CheckedQuery query = expressions.query(in.query(), scope, value);
        if (query.columns().size() != 1) {
            throw Faults.type(
                    "IN",
                    in.position(),
                    "The subquery of IN must have one column; this one has "
                            + query.columns().size());
        }
        Sides sides = comparable("IN", in, value, new Value.ScalarQuery(query));
        return new Condition.InQuery(sides.left(), in.negated(), query);
    }

    private Condition like(Expression.Like like, Scope scope) {
        Value value = expressions.value(like.value(), scope);
        Value pattern = expressions.value(like.pattern(), scope);
        String operator = like.ignoreCase() ? "ILIKE" : "LIKE";
        for (Value side : List.of(value, pattern)) {
            if (!Types.isTextual(side.type())) {
                throw Faults.type(
                        operator,
                        like.position(),
                        "%s compares texts, and this is %s".formatted(operator, Types.words(side.type())));
            }
        }
        return new Condition.Like(value, like.negated(), like.ignoreCase(), pattern);
    }

    /** Two values after what had to be converted to compare them. */
    private record Sides(Value left, Value right) {}

    private static Sides comparable(String operator, Expression at, Value left, Value right) {
        if (left.type().isArray() || right.type().isArray()) {
            throw Faults.type(
                    operator,
                    at.position(),
                    "%s cannot compare arrays; an array can be selected and tested with IS NULL".formatted(operator));
        }
        Sides sides = new Sides(Comparisons.like(right, left), Comparisons.like(left, right));
        AdqlType type = Types.common(sides.left().type(), sides.right().type())
                .orElseThrow(() -> Faults.type(
                        operator,
                        at.position(),
                        "%s cannot compare %s with %s%s"
                                .formatted(
                                        operator,
                                        Types.words(left.type()),
                                        Types.words(right.type()),
                                        Comparisons.advice(left, right))));
        if (!Types.isComparable(type)) {
            throw Faults.type(
                    operator,
                    at.position(),
                    "%s cannot compare geometries; CONTAINS, INTERSECTS and DISTANCE can".formatted(operator));
        }
        return sides;
    }
}
