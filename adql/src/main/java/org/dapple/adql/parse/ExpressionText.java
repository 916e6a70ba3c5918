package org.dapple.adql.parse;

import java.util.List;
import java.util.stream.Collectors;
import org.dapple.adql.ast.ArithmeticOperator;
import org.dapple.adql.ast.Expression;

/** Writes expressions, with parentheses only where the grammar would otherwise read another tree. */
final class ExpressionText {
    private static final int OR = 0;
    private static final int AND = 1;
    private static final int NOT = 2;
    private static final int PREDICATE = 3;
    private static final int SUM = 4;
    private static final int PRODUCT = 5;
    private static final int SIGNED = 6;
    private static final int PRIMARY = 7;

    private final AdqlWriter queries;

    ExpressionText(AdqlWriter queries) {
        this.queries = queries;
    }

    String write(Expression expression) {
        if (expression instanceof Expression.Or or) {
            return join(or.conditions(), " OR ", AND);
        }
        if (expression instanceof Expression.And and) {
            return join(and.conditions(), " AND ", NOT);
        }
        if (expression instanceof Expression.Not not) {
            return "NOT " + operand(not.condition(), NOT);
        }
        if (expression instanceof Expression.Arithmetic arithmetic) {
            int level = level(arithmetic);
            String sign = " " + arithmetic.operator().sign() + " ";
            return operand(arithmetic.left(), level) + sign + operand(arithmetic.right(), level + 1);
        }
        if (expression instanceof Expression.Signed signed) {
            return (signed.negative() ? "- " : "+ ") + operand(signed.value(), SIGNED);
        }
        return level(expression) == PREDICATE ? predicate(expression) : primary(expression);
    }

    private String predicate(Expression expression) {
        if (expression instanceof Expression.Comparison comparison) {
            String sign = " " + comparison.operator().sign() + " ";
            return operand(comparison.left(), SUM) + sign + operand(comparison.right(), SUM);
        }
        if (expression instanceof Expression.Between between) {
            return operand(between.value(), SUM) + not(between.negated()) + " BETWEEN " + operand(between.low(), SUM)
                    + " AND " + operand(between.high(), SUM);
        }
        if (expression instanceof Expression.InList in) {
            return operand(in.value(), SUM) + not(in.negated()) + " IN (" + join(in.values(), ", ", OR) + ")";
        }
        if (expression instanceof Expression.InQuery in) {
            return operand(in.value(), SUM) + not(in.negated()) + " IN (" + queries.query(in.query()) + ")";
        }
        if (expression instanceof Expression.Like like) {
            String operator = like.ignoreCase() ? " ILIKE " : " LIKE ";
            return operand(like.value(), SUM) + not(like.negated()) + operator + operand(like.pattern(), SUM);
        }
        if (expression instanceof Expression.IsNull isNull) {
            return operand(isNull.value(), SUM) + " IS" + not(isNull.negated()) + " NULL";
        }
        return "EXISTS (" + queries.query(((Expression.Exists) expression).query()) + ")";
    }

    private String primary(Expression expression) {
        if (expression instanceof Expression.Column column) {
            return AdqlWriter.name(column.name());
        }
        if (expression instanceof Expression.Numeral number) {
            return number.text();
        }
        if (expression instanceof Expression.Text text) {
            return "'" + text.value().replace("'", "''") + "'";
        }
        if (expression instanceof Expression.Call call) {
            return AdqlWriter.identifier(call.function()) + "(" + arguments(call.arguments()) + ")";
        }
        if (expression instanceof Expression.Cast cast) {
            String length = cast.type().length() == 0 ? "" : "(" + cast.type().length() + ")";
            return "CAST(" + write(cast.value()) + " AS " + cast.type().name() + length + ")";
        }
        if (expression instanceof Expression.Subquery subquery) {
            return "(" + queries.query(subquery.query()) + ")";
        }
        return expression instanceof Expression.Truth truth ? (truth.value() ? "TRUE" : "FALSE") : "NULL";
    }

    private String arguments(Expression.Arguments arguments) {
        if (arguments.star()) {
            return "*";
        }
        return (arguments.distinct() ? "DISTINCT " : "") + join(arguments.values(), ", ", OR);
    }

    private String join(List<Expression> parts, String between, int level) {
        return parts.stream().map(part -> operand(part, level)).collect(Collectors.joining(between));
    }

    /** The expression as an operand where the grammar expects one of at least the given level. */
    private String operand(Expression expression, int level) {
        return level(expression) < level ? "(" + write(expression) + ")" : write(expression);
    }

    private static int level(Expression expression) {
        if (expression instanceof Expression.Or) {
            return OR;
        }
        if (expression instanceof Expression.And) {
            return AND;
        }
        if (expression instanceof Expression.Not) {
            return NOT;
        }
        if (expression instanceof Expression.Arithmetic arithmetic) {
            boolean product = arithmetic.operator() == ArithmeticOperator.MULTIPLY
                    || arithmetic.operator() == ArithmeticOperator.DIVIDE;
            return product ? PRODUCT : SUM;
        }
        if (expression instanceof Expression.Signed) {
            return SIGNED;
        }
        return isPredicate(expression) ? PREDICATE : PRIMARY;
    }

    private static boolean isPredicate(Expression expression) {
        return expression instanceof Expression.Comparison
                || expression instanceof Expression.Between
                || expression instanceof Expression.InList
                || expression instanceof Expression.InQuery
                || expression instanceof Expression.Like
                || expression instanceof Expression.IsNull
                || expression instanceof Expression.Exists;
    }

    private static String not(boolean negated) {
        return negated ? " NOT" : "";
    }
}
