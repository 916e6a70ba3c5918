package org.dapple.adql.parse;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.dapple.adql.ast.ComparisonOperator;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.ast.Position;

/** Builds what is asked of a value: comparisons, BETWEEN, IN, LIKE, IS NULL. */
final class TestBuilder {
    private final ExpressionBuilder expressions;
    private final QueryBuilder queries;

    TestBuilder(ExpressionBuilder expressions, QueryBuilder queries) {
        this.expressions = expressions;
        this.queries = queries;
    }

    Expression test(Expression value, AdqlGrammar.TestContext context) {
        if (context instanceof AdqlGrammar.CompareContext compare) {
            Token sign = compare.comparison().getStart();
            return new Expression.Comparison(
                    operator(sign.getType()), value, expressions.visit(compare.value()), Names.position(sign));
        }
        if (context instanceof AdqlGrammar.BetweenContext between) {
            return new Expression.Between(
                    value,
                    between.NOT() != null,
                    expressions.visit(between.low),
                    expressions.visit(between.high),
                    position(between.BETWEEN()));
        }
        if (context instanceof AdqlGrammar.InContext in) {
            return in(value, in);
        }
        if (context instanceof AdqlGrammar.LikeContext like) {
            return new Expression.Like(
                    value,
                    like.NOT() != null,
                    like.operator.getType() == AdqlTokens.ILIKE,
                    expressions.visit(like.value()),
                    Names.position(like.operator));
        }
        AdqlGrammar.IsNullContext isNull = (AdqlGrammar.IsNullContext) context;
        return new Expression.IsNull(value, isNull.NOT() != null, position(isNull.IS()));
    }

    private Expression in(Expression value, AdqlGrammar.InContext in) {
        Position position = position(in.IN());
        boolean negated = in.NOT() != null;
        return in.query() == null
                ? new Expression.InList(value, negated, expressions.each(in.condition()), position)
                : new Expression.InQuery(value, negated, queries.query(in.query()), position);
    }

    private static ComparisonOperator operator(int type) {
        return switch (type) {
            case AdqlTokens.EQ -> ComparisonOperator.EQUAL;
            case AdqlTokens.NE -> ComparisonOperator.NOT_EQUAL;
            case AdqlTokens.LT -> ComparisonOperator.LESS;
            case AdqlTokens.LE -> ComparisonOperator.LESS_OR_EQUAL;
            case AdqlTokens.GT -> ComparisonOperator.GREATER;
            default -> ComparisonOperator.GREATER_OR_EQUAL;
        };
    }

    private static Position position(TerminalNode node) {
        return Names.position(node.getSymbol());
    }
}
