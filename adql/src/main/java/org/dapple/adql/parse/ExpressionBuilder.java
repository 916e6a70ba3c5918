package org.dapple.adql.parse;

import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.dapple.adql.ast.ArithmeticOperator;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.ast.Position;

/** Builds values and conditions; rules with a single alternative at work add nothing to the tree. */
final class ExpressionBuilder extends AdqlGrammarBaseVisitor<Expression> {
    private final QueryBuilder queries;
    private final TestBuilder tests;
    private int depth;

    ExpressionBuilder(QueryBuilder queries) {
        this.queries = queries;
        this.tests = new TestBuilder(this, queries);
    }

    @Override
    public Expression visitCondition(AdqlGrammar.ConditionContext context) {
        List<Expression> parts = each(context.conjunction());
        return parts.size() == 1 ? parts.get(0) : new Expression.Or(parts, position(context));
    }

    @Override
    public Expression visitConjunction(AdqlGrammar.ConjunctionContext context) {
        List<Expression> parts = each(context.negation());
        return parts.size() == 1 ? parts.get(0) : new Expression.And(parts, position(context));
    }

    @Override
    public Expression visitNot(AdqlGrammar.NotContext context) {
        return new Expression.Not(nested(context.negation()), position(context));
    }

    @Override
    public Expression visitExists(AdqlGrammar.ExistsContext context) {
        return new Expression.Exists(queries.query(context.query()), position(context));
    }

    @Override
    public Expression visitTested(AdqlGrammar.TestedContext context) {
        Expression value = visit(context.value());
        return context.test() == null ? value : tests.test(value, context.test());
    }

    @Override
    public Expression visitValue(AdqlGrammar.ValueContext context) {
        return chain(context.term(), context.additive());
    }

    @Override
    public Expression visitTerm(AdqlGrammar.TermContext context) {
        return chain(context.factor(), context.multiplicative());
    }

    private Expression chain(List<? extends ParserRuleContext> operands, List<? extends ParserRuleContext> operators) {
        Expression left = visit(operands.get(0));
        for (int i = 0; i < operators.size(); i++) {
            Token sign = operators.get(i).getStart();
            Limits.checkChain(i + 1, sign);
            Expression right = visit(operands.get(i + 1));
            left = new Expression.Arithmetic(operator(sign.getType()), left, right, Names.position(sign));
        }
        return left;
    }

    private static ArithmeticOperator operator(int type) {
        return switch (type) {
            case AdqlTokens.PLUS -> ArithmeticOperator.ADD;
            case AdqlTokens.MINUS -> ArithmeticOperator.SUBTRACT;
            case AdqlTokens.STAR -> ArithmeticOperator.MULTIPLY;
            case AdqlTokens.SLASH -> ArithmeticOperator.DIVIDE;
            default -> ArithmeticOperator.CONCATENATE;
        };
    }

    @Override
    public Expression visitSigned(AdqlGrammar.SignedContext context) {
        return new Expression.Signed(context.MINUS() != null, nested(context.factor()), position(context));
    }

    @Override
    public Expression visitNullLiteral(AdqlGrammar.NullLiteralContext context) {
        return new Expression.Null(position(context));
    }

    @Override
    public Expression visitBooleanLiteral(AdqlGrammar.BooleanLiteralContext context) {
        return new Expression.Truth(context.TRUE() != null, position(context));
    }

    @Override
    public Expression visitNumberLiteral(AdqlGrammar.NumberLiteralContext context) {
        return new Expression.Numeral(context.getText(), position(context));
    }

    @Override
    public Expression visitStringLiteral(AdqlGrammar.StringLiteralContext context) {
        StringBuilder text = new StringBuilder();
        Token previous = null;
        for (TerminalNode part : context.STRING()) {
            checkNewLine(previous, part.getSymbol());
            previous = part.getSymbol();
            String quoted = part.getText();
            text.append(quoted.substring(1, quoted.length() - 1).replace("''", "'"));
        }
        return new Expression.Text(text.toString(), position(context));
    }

    /** Strings that follow each other are one only if a line ends between them (ADQL 2.1 §2.1.4). */
    private static void checkNewLine(Token previous, Token next) {
        if (previous == null) {
            return;
        }
        long lines = previous.getText().lines().count() - 1;
        if (previous.getLine() + lines >= next.getLine()) {
            throw SyntaxErrors.at(
                    next,
                    "text in single quotes follows text in single quotes; a quote within a text is written twice: ''");
        }
    }

    @Override
    public Expression visitCast(AdqlGrammar.CastContext context) {
        return new Expression.Cast(visit(context.condition()), type(context.castType()), position(context));
    }

    private static Expression.TypeName type(AdqlGrammar.CastTypeContext context) {
        StringBuilder name = new StringBuilder(context.identifier(0).getText());
        if (context.identifier().size() > 1) {
            name.append(' ').append(context.identifier(1).getText());
        }
        int length =
                context.INTEGER() == null ? 0 : Limits.length(context.INTEGER().getSymbol());
        return new Expression.TypeName(name.toString().toUpperCase(Locale.ROOT), length, position(context));
    }

    @Override
    public Expression visitFunctionCall(AdqlGrammar.FunctionCallContext context) {
        boolean distinct = context.quantifier() != null && context.quantifier().DISTINCT() != null;
        return new Expression.Call(
                Names.identifier(context.identifier()),
                new Expression.Arguments(context.STAR() != null, distinct, each(context.condition())));
    }

    @Override
    public Expression visitColumn(AdqlGrammar.ColumnContext context) {
        return new Expression.Column(Names.name(context.name()));
    }

    @Override
    public Expression visitScalarQuery(AdqlGrammar.ScalarQueryContext context) {
        return new Expression.Subquery(queries.query(context.query()), position(context));
    }

    @Override
    public Expression visitParenthesised(AdqlGrammar.ParenthesisedContext context) {
        return visit(context.condition());
    }

    List<Expression> each(List<? extends ParserRuleContext> contexts) {
        return contexts.stream().map(this::visit).toList();
    }

    /** A chain of signs or NOTs is the one nesting that shows no parenthesis. */
    private Expression nested(ParserRuleContext context) {
        if (++depth > Limits.MAX_DEPTH) {
            throw Limits.tooDeep(context.getStart());
        }
        Expression inner = visit(context);
        depth--;
        return inner;
    }

    private static Position position(ParserRuleContext context) {
        return Names.position(context.getStart());
    }
}
