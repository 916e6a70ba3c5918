package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.ast.Identifier;
import org.dapple.adql.ast.Name;
import org.dapple.adql.ast.Select;
import org.dapple.adql.ast.SelectItem;
import org.dapple.adql.ast.SortItem;
import org.dapple.adql.resolved.CheckedQuery.SortKey;
import org.dapple.adql.resolved.CheckedSelect;
import org.dapple.adql.resolved.Condition;
import org.dapple.adql.resolved.OutputColumn;
import org.dapple.adql.resolved.Value;

/** Checks one SELECT with the ORDER BY that follows it, clause by clause in the order in which they take effect. */
final class SelectChecker {
    private static final int MOST_COLUMNS = 1_650;

    private final FromChecker from;
    private final ExpressionChecker expressions;

    SelectChecker(FromChecker from, ExpressionChecker expressions) {
        this.from = from;
        this.expressions = expressions;
    }

    /** A SELECT and the order of its rows. */
    record Ordered(CheckedSelect select, List<SortKey> orderBy) {}

    Ordered select(Select select, List<SortItem> orderBy, Optional<Scope> outer, List<CommonTables.Entry> visible) {
        FromChecker.Tables tables = from.tables(select.from(), outer, visible);
        Scope scope = tables.scope(outer, visible);
        scope.enter(Clause.WHERE);
        Optional<Condition> where = select.where().map(e -> expressions.condition(e, scope));
        scope.enter(Clause.GROUP_BY);
        List<Value> keys =
                select.groupBy().stream().map(e -> groupKey(e, select, scope)).toList();
        scope.groupBy(keys);
        scope.enter(Clause.SELECT);
        Outputs outputs = new Outputs();
        select.items().forEach(item -> output(item, scope, outputs));
        scope.enter(Clause.HAVING);
        Optional<Condition> having = select.having().map(e -> {
            scope.aggregate();
            return expressions.condition(e, scope);
        });
        scope.enter(Clause.ORDER_BY);
        CheckedSelect checked = new CheckedSelect(
                select.distinct(), select.top(), outputs.list(), List.of(), tables.sources(), where, keys, having);
        List<SortKey> order =
                orderBy.stream().map(item -> sortKey(item, checked, scope)).toList();
        checkGrouping(scope);
        checkDistinct(select, checked);
        checkSize(select, checked, order);
        return new Ordered(checked, order);
    }

    /** PostgreSQL has room for 1,664 columns, and searching may need some more than are named. */
    private static void checkSize(Select select, CheckedSelect checked, List<SortKey> order) {
        long sorted =
                order.stream().filter(key -> key instanceof SortKey.ByValue).count();
        if (checked.outputs().size() + checked.groupBy().size() + sorted > MOST_COLUMNS) {
            throw Faults.limit(
                    "SELECT",
                    select.position(),
                    "More than %,d columns in one SELECT, with those that it groups and sorts by"
                            .formatted(MOST_COLUMNS));
        }
    }

    private void output(SelectItem item, Scope scope, Outputs outputs) {
        if (item instanceof SelectItem.Value value) {
            Value resolved = expressions.value(value.expression(), scope);
            boolean merged = value.expression() instanceof Expression.Column && resolved instanceof Value.Coalesce;
            outputs.add(resolved, merged ? value.alias().or(() -> name(value)) : value.alias());
            return;
        }
        SelectItem.AllColumns all = (SelectItem.AllColumns) item;
        List<Relation.Member> members =
                all.table().map(name -> members(name, scope)).orElse(scope.members());
        for (Relation.Member member : members) {
            scope.use(member, all.position());
            outputs.add(member);
        }
    }

    /** The name of a column that a FULL JOIN made of two. */
    private static Optional<Identifier> name(SelectItem.Value item) {
        return Optional.of(((Expression.Column) item.expression()).name().last());
    }

    private static List<Relation.Member> members(Name table, Scope scope) {
        return scope.table(table.parts())
                .map(Relation.Named::members)
                .orElseThrow(() -> Faults.unknown(
                        "table",
                        table.text(),
                        table.position(),
                        "the tables of this query are "
                                + String.join(
                                        ", ",
                                        scope.tables().stream()
                                                .map(Relation.Named::name)
                                                .toList())));
    }

    /** A key of GROUP BY: a column or expression of the tables, else the alias or number of a column of the result. */
    private Value groupKey(Expression key, Select select, Scope scope) {
        Value value = expressions.value(selected(key, select, scope).orElse(key), scope);
        if (!Types.isComparable(value.type())) {
            throw Faults.type("GROUP BY", key.position(), "GROUP BY cannot compare " + Types.one(value.type()));
        }
        return value instanceof Value.Constant ? new Value.Cast(value, value.type(), 0) : value;
    }

    private static Optional<Expression> selected(Expression key, Select select, Scope scope) {
        if (key instanceof Expression.Numeral number && number.text().matches("[0-9]{1,4}")) {
            int position = Integer.parseInt(number.text());
            return select.items().stream()
                    .skip(Math.max(0, position - 1L))
                    .findFirst()
                    .flatMap(SelectChecker::expression);
        }
        if (!(key instanceof Expression.Column column)
                || !column.name().qualifier().isEmpty()
                || scope.has(column.name().last())) {
            return Optional.empty();
        }
        return select.items().stream()
                .filter(item -> item instanceof SelectItem.Value value
                        && value.alias()
                                .filter(alias -> column.name().last().means(alias.text()))
                                .isPresent())
                .findFirst()
                .flatMap(SelectChecker::expression);
    }

    private static Optional<Expression> expression(SelectItem item) {
        return item instanceof SelectItem.Value value ? Optional.of(value.expression()) : Optional.empty();
    }

    /** A key of ORDER BY: a column of the result by name or number, else an expression of the tables. */
    private SortKey sortKey(SortItem item, CheckedSelect select, Scope scope) {
        List<OutputColumn> columns = select.columns();
        OptionalInt named = OutputOrder.position(item.key(), columns);
        if (named.isPresent()) {
            return OutputOrder.byColumn(item, named.getAsInt(), columns);
        }
        Value value = expressions.value(item.key(), scope);
        for (int i = 0; i < columns.size(); i++) {
            if (select.outputs().get(i).value().equals(value)) {
                return OutputOrder.byColumn(item, i + 1, columns);
            }
        }
        checkSortable(item, value, select);
        Value key = value instanceof Value.Constant ? new Value.Cast(value, value.type(), 0) : value;
        return new SortKey.ByValue(key, item.descending());
    }

    private static void checkSortable(SortItem item, Value value, CheckedSelect select) {
        if (!Types.isComparable(value.type())) {
            throw Faults.type("ORDER BY", item.key().position(), "ORDER BY cannot sort by " + Types.one(value.type()));
        }
        if (select.distinct()) {
            throw Faults.type(
                    "ORDER BY",
                    item.key().position(),
                    "With DISTINCT, what ORDER BY sorts by must be in the select list");
        }
    }

    private static void checkGrouping(Scope scope) {
        scope.ungrouped().ifPresent(use -> {
            throw Faults.type(
                    use.name(),
                    use.position(),
                    "Column %s must stand in GROUP BY or inside an aggregate such as MAX".formatted(use.name()));
        });
    }

    private static void checkDistinct(Select select, CheckedSelect checked) {
        List<OutputColumn> wrong = new ArrayList<>(checked.columns());
        wrong.removeIf(column -> Types.isComparable(column.type()));
        if (select.distinct() && !wrong.isEmpty()) {
            throw Faults.type(
                    "DISTINCT",
                    select.position(),
                    "DISTINCT cannot compare column %s, %s"
                            .formatted(
                                    wrong.get(0).name(), Types.one(wrong.get(0).type())));
        }
    }
}
