package org.dapple.adql.check;

import java.util.Optional;
import org.dapple.adql.ast.ArithmeticOperator;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.ast.Query;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.CheckedQuery;
import org.dapple.adql.resolved.Condition;
import org.dapple.adql.resolved.Value;

/** Resolves and types expressions that stand where a value is wanted. */
final class ExpressionChecker {
    private final QueryChecker queries;
    private final ConditionChecker conditions;
    private final CallChecker calls;

    ExpressionChecker(QueryChecker queries) {
        this.queries = queries;
        this.conditions = new ConditionChecker(this);
        this.calls = new CallChecker(this);
    }

    Condition condition(Expression expression, Scope scope) {
        return conditions.condition(expression, scope);
    }

    /** A value; what is a key of GROUP BY as a whole may use columns that are not. */
    Value value(Expression expression, Scope scope) {
        int mark = scope.mark();
        Value value = resolve(expression, scope);
        if (scope.isGroupKey(value)) {
            scope.forgive(mark);
        }
        return value;
    }

    /** A subquery, which may use the columns of the SELECT it stands in. */
    CheckedQuery query(Query query, Scope scope) {
        return queries.query(query, Optional.of(scope), scope.commonTables());
    }

    /** A subquery whose NULLs are compared with a value. */
    CheckedQuery query(Query query, Scope scope, Value comparedWith) {
        AdqlType type = comparedWith.type() == AdqlType.UNKNOWN ? AdqlType.VARCHAR : comparedWith.type();
        return queries.query(query, Optional.of(scope), scope.commonTables(), type);
    }

    private Value resolve(Expression expression, Scope scope) {
        if (expression instanceof Expression.Column column) {
            return scope.column(column.name());
        }
        if (expression instanceof Expression.Numeral number) {
            return Constants.number(number);
        }
        if (expression instanceof Expression.Text text) {
            return new Value.Constant(AdqlType.VARCHAR, text.value());
        }
        if (expression instanceof Expression.Call call) {
            return calls.call(call, scope);
        }
        if (expression instanceof Expression.Arithmetic arithmetic) {
            return arithmetic(arithmetic, scope);
        }
        if (expression instanceof Expression.Signed signed) {
            return signed(signed, scope);
        }
        if (expression instanceof Expression.Null) {
            return new Value.Constant(AdqlType.UNKNOWN, null);
        }
        if (expression instanceof Expression.Truth truth) {
            return new Value.Constant(AdqlType.BOOLEAN, Boolean.toString(truth.value()));
        }
        if (expression instanceof Expression.Subquery subquery) {
            return scalar(subquery, scope);
        }
        if (expression instanceof Expression.Cast cast) {
            return Casts.cast(cast, value(cast.value(), scope));
        }
        throw Faults.type("", expression.position(), "A condition stands where a value is needed");
    }

    private Value scalar(Expression.Subquery subquery, Scope scope) {
        CheckedQuery query = query(subquery.query(), scope);
        if (query.columns().size() != 1) {
            throw Faults.type(
                    "",
                    subquery.position(),
                    "A subquery used as a value must have one column; this one has "
                            + query.columns().size());
        }
        return new Value.ScalarQuery(query);
    }

    private Value signed(Expression.Signed signed, Scope scope) {
        Value value = value(signed.value(), scope);
        String sign = signed.negative() ? "-" : "+";
        checkNumber(sign, signed, value);
        if (!signed.negative()) {
            return value;
        }
        return value instanceof Value.Constant constant && constant.text() != null
                ? Constants.negative(constant)
                : new Value.Negative(typed(value, AdqlType.DOUBLE));
    }

    private Value arithmetic(Expression.Arithmetic arithmetic, Scope scope) {
        Value left = value(arithmetic.left(), scope);
        Value right = value(arithmetic.right(), scope);
        ArithmeticOperator operator = arithmetic.operator();
        if (operator == ArithmeticOperator.CONCATENATE) {
            checkText(arithmetic, left);
            checkText(arithmetic, right);
            return new Value.Arithmetic(operator, left, right, AdqlType.VARCHAR);
        }
        checkNumber(operator.sign(), arithmetic, left);
        checkNumber(operator.sign(), arithmetic, right);
        AdqlType type = Types.wider(left.type(), right.type());
        return new Value.Arithmetic(operator, typed(left, type), typed(right, type), type);
    }

    /** PostgreSQL takes a bare NULL for text. */
    private static Value typed(Value value, AdqlType type) {
        return value.type() == AdqlType.UNKNOWN ? new Value.Cast(value, type, 0) : value;
    }

    private static void checkNumber(String operator, Expression at, Value value) {
        if (!Types.isNumber(value.type())) {
            throw Faults.type(
                    operator,
                    at.position(),
                    "%s needs numbers, and this is %s".formatted(operator, Types.words(value.type())));
        }
    }

    private static void checkText(Expression at, Value value) {
        if (!Types.isTextual(value.type())) {
            throw Faults.type(
                    "||",
                    at.position(),
                    "|| joins texts, and this is %s%s"
                            .formatted(
                                    Types.words(value.type()),
                                    value.type().isArray() ? "" : "; CAST(… AS VARCHAR) makes it one"));
        }
    }
}
