package org.dapple.adql.parse;

import java.util.List;
import org.dapple.adql.ast.TableReference;
import org.dapple.adql.ast.TableReference.Join;
import org.dapple.adql.ast.TableReference.JoinCondition;
import org.dapple.adql.ast.TableReference.JoinType;

/** Builds what stands in FROM. */
final class TableBuilder {
    private final QueryBuilder queries;
    private final ExpressionBuilder expressions;

    TableBuilder(QueryBuilder queries, ExpressionBuilder expressions) {
        this.queries = queries;
        this.expressions = expressions;
    }

    List<TableReference> from(AdqlGrammar.FromContext context) {
        List<TableReference> references =
                context.tableReference().stream().map(this::table).toList();
        Limits.checkTables(references.stream().mapToInt(TableBuilder::tables).sum(), context.getStart());
        return references;
    }

    private static int tables(TableReference reference) {
        return reference instanceof Join join ? tables(join.left()) + tables(join.right()) : 1;
    }

    private TableReference table(AdqlGrammar.TableReferenceContext context) {
        if (context instanceof AdqlGrammar.CrossJoinContext cross) {
            return new Join(
                    JoinType.INNER,
                    table(cross.left),
                    factor(cross.right),
                    new JoinCondition.None(),
                    Names.position(cross.JOIN().getSymbol()));
        }
        if (context instanceof AdqlGrammar.NaturalJoinContext natural) {
            return new Join(
                    type(natural.joinType()),
                    table(natural.left),
                    factor(natural.right),
                    new JoinCondition.Natural(),
                    Names.position(natural.JOIN().getSymbol()));
        }
        if (context instanceof AdqlGrammar.QualifiedJoinContext qualified) {
            return new Join(
                    type(qualified.joinType()),
                    table(qualified.left),
                    table(qualified.rest),
                    condition(qualified.joinSpecification()),
                    Names.position(qualified.JOIN().getSymbol()));
        }
        return factor(((AdqlGrammar.SingleTableContext) context).tableFactor());
    }

    private TableReference factor(AdqlGrammar.TableFactorContext context) {
        if (context instanceof AdqlGrammar.NamedTableContext named) {
            return new TableReference.Named(Names.name(named.name()), Names.alias(named.alias()));
        }
        if (context instanceof AdqlGrammar.DerivedTableContext derived) {
            return new TableReference.Derived(
                    queries.query(derived.query()),
                    Names.identifier(derived.alias().getStop()));
        }
        return table(((AdqlGrammar.NestedJoinContext) context).tableReference());
    }

    private static JoinType type(AdqlGrammar.JoinTypeContext context) {
        if (context == null || context.INNER() != null) {
            return JoinType.INNER;
        }
        if (context.LEFT() != null) {
            return JoinType.LEFT;
        }
        return context.RIGHT() != null ? JoinType.RIGHT : JoinType.FULL;
    }

    private JoinCondition condition(AdqlGrammar.JoinSpecificationContext context) {
        if (context == null) {
            return new JoinCondition.None();
        }
        if (context instanceof AdqlGrammar.OnConditionContext on) {
            return new JoinCondition.On(expressions.visit(on.condition()));
        }
        AdqlGrammar.UsingColumnsContext using = (AdqlGrammar.UsingColumnsContext) context;
        return new JoinCondition.Using(
                using.identifier().stream().map(Names::identifier).toList());
    }
}
