package org.dapple.adql.parse;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.antlr.v4.runtime.Token;
import org.dapple.adql.ast.CommonTable;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.ast.Identifier;
import org.dapple.adql.ast.Name;
import org.dapple.adql.ast.Query;
import org.dapple.adql.ast.QueryBody;
import org.dapple.adql.ast.Select;
import org.dapple.adql.ast.SelectItem;
import org.dapple.adql.ast.SetOperation;
import org.dapple.adql.ast.SortItem;
import org.dapple.adql.parse.AdqlGrammar.ConditionContext;
import org.dapple.adql.parse.AdqlGrammar.QueryContext;
import org.dapple.adql.parse.AdqlGrammar.SelectContext;

/** Turns the parser's contexts into the syntax tree: queries here, expressions and tables in their own classes. */
final class QueryBuilder {
    private final ExpressionBuilder expressions = new ExpressionBuilder(this);
    private final TableBuilder tables = new TableBuilder(this, expressions);

    Query build(AdqlGrammar.StatementContext statement) {
        return query(statement.query());
    }

    Query query(QueryContext context) {
        List<CommonTable> with = context.with() == null
                ? List.of()
                : context.with().commonTable().stream()
                        .map(table -> new CommonTable(Names.identifier(table.identifier()), query(table.query())))
                        .toList();
        List<SortItem> orderBy = context.orderBy() == null
                ? List.of()
                : context.orderBy().sortItem().stream().map(this::sortItem).toList();
        OptionalLong offset = context.offset() == null
                ? OptionalLong.empty()
                : count(context.offset().INTEGER().getSymbol());
        return new Query(with, body(context.queryBody()), orderBy, offset, Names.position(context.getStart()));
    }

    private QueryBody body(AdqlGrammar.QueryBodyContext context) {
        List<AdqlGrammar.QueryTermContext> terms = context.queryTerm();
        List<AdqlGrammar.UnionOperatorContext> operators = context.unionOperator();
        QueryBody left = term(terms.get(0));
        for (int i = 0; i < operators.size(); i++) {
            AdqlGrammar.UnionOperatorContext operator = operators.get(i);
            Limits.checkChain(i + 1, operator.getStart());
            left = new SetOperation(
                    operator.UNION() != null ? SetOperation.Operator.UNION : SetOperation.Operator.EXCEPT,
                    operator.ALL() != null,
                    left,
                    term(terms.get(i + 1)),
                    Names.position(operator.getStart()));
        }
        return left;
    }

    private QueryBody term(AdqlGrammar.QueryTermContext context) {
        List<AdqlGrammar.QueryPrimaryContext> primaries = context.queryPrimary();
        List<AdqlGrammar.IntersectOperatorContext> operators = context.intersectOperator();
        QueryBody left = primary(primaries.get(0));
        for (int i = 0; i < operators.size(); i++) {
            AdqlGrammar.IntersectOperatorContext operator = operators.get(i);
            Limits.checkChain(i + 1, operator.getStart());
            left = new SetOperation(
                    SetOperation.Operator.INTERSECT,
                    operator.ALL() != null,
                    left,
                    primary(primaries.get(i + 1)),
                    Names.position(operator.getStart()));
        }
        return left;
    }

    private QueryBody primary(AdqlGrammar.QueryPrimaryContext context) {
        return context instanceof AdqlGrammar.SelectPrimaryContext select
                ? select(select.select())
                : query(((AdqlGrammar.NestedPrimaryContext) context).query());
    }

    private Select select(SelectContext context) {
        return new Select(
                context.quantifier() != null && context.quantifier().DISTINCT() != null,
                context.top() == null
                        ? OptionalLong.empty()
                        : count(context.top().INTEGER().getSymbol()),
                context.selectItem().stream().map(this::selectItem).toList(),
                tables.from(context.from()),
                context.where() == null
                        ? Optional.empty()
                        : Optional.of(condition(context.where().condition())),
                context.groupBy() == null
                        ? List.of()
                        : context.groupBy().groupKey().stream()
                                .map(this::groupKey)
                                .toList(),
                context.having() == null
                        ? Optional.empty()
                        : Optional.of(condition(context.having().condition())),
                Names.position(context.getStart()));
    }

    private SelectItem selectItem(AdqlGrammar.SelectItemContext context) {
        if (context instanceof AdqlGrammar.AllColumnsContext all) {
            return new SelectItem.AllColumns(Optional.empty(), Names.position(all.getStart()));
        }
        if (context instanceof AdqlGrammar.AllColumnsOfContext all) {
            return new SelectItem.AllColumns(Optional.of(Names.name(all.name())), Names.position(all.getStart()));
        }
        AdqlGrammar.SelectExpressionContext value = (AdqlGrammar.SelectExpressionContext) context;
        return new SelectItem.Value(condition(value.condition()), Names.alias(value.alias()));
    }

    private Expression groupKey(AdqlGrammar.GroupKeyContext context) {
        return context.keyword() != null ? named(context.keyword()) : condition(context.condition());
    }

    private SortItem sortItem(AdqlGrammar.SortItemContext context) {
        AdqlGrammar.SortKeyContext key = context.sortKey();
        Expression expression = key.keyword() != null ? named(key.keyword()) : condition(key.condition());
        return new SortItem(expression, context.DESC() != null);
    }

    /** A reserved word that can only be the alias of a column here. */
    private static Expression named(AdqlGrammar.KeywordContext keyword) {
        Identifier identifier = Names.identifier(keyword.getStart());
        return new Expression.Column(new Name(List.of(identifier)));
    }

    Expression condition(ConditionContext context) {
        return expressions.visit(context);
    }

    /** A row count; one beyond what a long holds is as good as the largest long. */
    private static OptionalLong count(Token digits) {
        try {
            return OptionalLong.of(Long.parseLong(digits.getText()));
        } catch (NumberFormatException e) {
            return OptionalLong.of(Long.MAX_VALUE);
        }
    }
}
