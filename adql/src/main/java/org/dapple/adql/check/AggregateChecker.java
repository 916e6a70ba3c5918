package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.AggregateFunction;
import org.dapple.adql.resolved.Value;

/** Checks aggregates: where they may stand and of what. */
final class AggregateChecker {
    private final ExpressionChecker expressions;

    AggregateChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    static boolean isAggregate(String name) {
        return Arrays.stream(AggregateFunction.values())
                .anyMatch(function -> function.name().equals(name));
    }

    Value aggregate(String name, Expression.Call call, Scope scope) {
        AggregateFunction function = AggregateFunction.valueOf(name);
        checkPlace(call, scope);
        scope.aggregate();
        List<Expression> written = call.arguments().values();
        if (call.arguments().star()) {
            checkStar(function, call);
            return new Value.Aggregate(function, false, List.of(), AdqlType.BIGINT);
        }
        if (function == AggregateFunction.IVO_HISTOGRAM) {
            return histogram(call, scope);
        }
        int count = function == AggregateFunction.IVO_STRING_AGG ? 2 : 1;
        if (written.size() != count) {
            throw Faults.type(
                    name, call.position(), name + (count == 1 ? " takes one value" : " takes a text and a delimiter"));
        }
        List<Value> arguments =
                written.stream().map(value -> argument(call, value, scope)).toList();
        return of(function, call, arguments);
    }

    private Value histogram(Expression.Call call, Scope scope) {
        int ownUses = scope.ownUses();
        List<Value> arguments = call.arguments().values().stream()
                .map(value -> argument(call, value, scope))
                .toList();
        return Histograms.of(call, arguments, scope.ownUses() > ownUses);
    }

    private static Value of(AggregateFunction function, Expression.Call call, List<Value> arguments) {
        AdqlType argument = arguments.get(0).type();
        AdqlType type = type(function, call, argument);
        if (call.arguments().distinct() && !Types.isComparable(argument)) {
            throw Faults.type(function.name(), call.position(), "DISTINCT cannot compare " + Types.one(argument));
        }
        List<Value> typed = new ArrayList<>();
        for (Value value : arguments) {
            if (function == AggregateFunction.IVO_STRING_AGG) {
                checkArgument(Types.isTextual(value.type()), function, call, value.type());
            }
            typed.add(value.type() == AdqlType.UNKNOWN ? Types.as(type, value) : value);
        }
        return new Value.Aggregate(function, call.arguments().distinct(), typed, type);
    }

    private static void checkPlace(Expression.Call call, Scope scope) {
        String name = call.function().text();
        if (!scope.clause().allowsAggregates()) {
            throw Faults.type(
                    name,
                    call.position(),
                    "%s is an aggregate and cannot stand in %s; conditions on aggregates stand in HAVING"
                            .formatted(name, scope.clause().words()));
        }
        if (scope.isInsideAggregate()) {
            throw Faults.type(name, call.position(), "An aggregate cannot stand inside another");
        }
    }

    private static void checkStar(AggregateFunction function, Expression.Call call) {
        if (function != AggregateFunction.COUNT) {
            throw Faults.type(function.name(), call.position(), "Only COUNT takes *");
        }
    }

    private Value argument(Expression.Call call, Expression written, Scope scope) {
        int mark = scope.mark();
        int outerUses = scope.outerUses();
        scope.enterAggregate();
        Value argument = expressions.value(written, scope);
        scope.leaveAggregate();
        if (scope.outerUses() > outerUses && scope.mark() == mark) {
            throw Faults.type(
                    call.function().text(),
                    call.position(),
                    "An aggregate in a subquery needs a column of the subquery's own tables");
        }
        scope.forgive(mark);
        return argument;
    }

    private static AdqlType type(AggregateFunction function, Expression.Call call, AdqlType argument) {
        return switch (function) {
            case COUNT -> AdqlType.BIGINT;
            case IVO_STRING_AGG -> AdqlType.VARCHAR;
            case IVO_HISTOGRAM -> AdqlType.INTEGER_ARRAY;
            case MIN, MAX -> {
                boolean ordered =
                        Types.isComparable(argument) && argument != AdqlType.BOOLEAN && argument != AdqlType.JSON;
                checkArgument(ordered, function, call, argument);
                yield argument == AdqlType.UNKNOWN ? AdqlType.VARCHAR : argument;
            }
            case SUM, AVG -> {
                checkArgument(Types.isNumber(argument), function, call, argument);
                yield sum(function, argument);
            }
        };
    }

    private static AdqlType sum(AggregateFunction function, AdqlType argument) {
        if (function == AggregateFunction.AVG) {
            return AdqlType.DOUBLE;
        }
        return argument.isInteger() ? AdqlType.BIGINT : AdqlType.DOUBLE;
    }

    private static void checkArgument(
            boolean allowed, AggregateFunction function, Expression.Call call, AdqlType argument) {
        if (!allowed) {
            throw Faults.type(
                    call.function().text(),
                    call.position(),
                    "%s cannot be taken of %s".formatted(function, Types.words(argument)));
        }
    }
}
