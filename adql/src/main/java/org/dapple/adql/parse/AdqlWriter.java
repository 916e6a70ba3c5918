package org.dapple.adql.parse;

import java.util.Optional;
import java.util.stream.Collectors;
import org.dapple.adql.AdqlException;
import org.dapple.adql.ast.CommonTable;
import org.dapple.adql.ast.Identifier;
import org.dapple.adql.ast.Name;
import org.dapple.adql.ast.Query;
import org.dapple.adql.ast.QueryBody;
import org.dapple.adql.ast.Select;
import org.dapple.adql.ast.SelectItem;
import org.dapple.adql.ast.SetOperation;
import org.dapple.adql.ast.SortItem;
import org.dapple.adql.ast.TableReference;
import org.dapple.adql.ast.TableReference.JoinCondition;

/** Writes a syntax tree as ADQL, in one line and one spelling; parsing it gives the same tree again. */
public final class AdqlWriter {
    private final ExpressionText expressions = new ExpressionText(this);

    private AdqlWriter() {}

    /**
     * The query as ADQL text.
     *
     * @throws AdqlException of kind LIMIT when it is nested too deeply
     */
    public static String write(Query query) {
        try {
            return new AdqlWriter().query(query);
        } catch (StackOverflowError e) {
            throw AdqlException.tooDeep();
        }
    }

    String query(Query query) {
        StringBuilder adql = new StringBuilder();
        if (!query.with().isEmpty()) {
            adql.append(query.with().stream().map(this::commonTable).collect(Collectors.joining(", ", "WITH ", " ")));
        }
        adql.append(body(query.body()));
        if (!query.orderBy().isEmpty()) {
            adql.append(
                    query.orderBy().stream().map(this::sortItem).collect(Collectors.joining(", ", " ORDER BY ", "")));
        }
        query.offset().ifPresent(rows -> adql.append(" OFFSET ").append(rows));
        return adql.toString();
    }

    private String commonTable(CommonTable table) {
        return identifier(table.name()) + " AS (" + query(table.query()) + ")";
    }

    private String sortItem(SortItem item) {
        return expressions.write(item.key()) + (item.descending() ? " DESC" : "");
    }

    private String body(QueryBody body) {
        if (body instanceof SetOperation operation) {
            String operator = " " + operation.operator() + (operation.all() ? " ALL " : " ");
            return body(operation.left()) + operator + body(operation.right());
        }
        return body instanceof Query nested ? "(" + query(nested) + ")" : select((Select) body);
    }

    private String select(Select select) {
        StringBuilder adql = new StringBuilder(select.distinct() ? "SELECT DISTINCT " : "SELECT ");
        select.top().ifPresent(rows -> adql.append("TOP ").append(rows).append(' '));
        adql.append(select.items().stream().map(this::item).collect(Collectors.joining(", ")));
        adql.append(select.from().stream().map(this::table).collect(Collectors.joining(", ", " FROM ", "")));
        select.where().ifPresent(condition -> adql.append(" WHERE ").append(expressions.write(condition)));
        if (!select.groupBy().isEmpty()) {
            adql.append(select.groupBy().stream()
                    .map(expressions::write)
                    .collect(Collectors.joining(", ", " GROUP BY ", "")));
        }
        select.having().ifPresent(condition -> adql.append(" HAVING ").append(expressions.write(condition)));
        return adql.toString();
    }

    private String item(SelectItem item) {
        if (item instanceof SelectItem.AllColumns all) {
            return all.table().map(table -> name(table) + ".*").orElse("*");
        }
        SelectItem.Value value = (SelectItem.Value) item;
        return expressions.write(value.expression()) + as(value.alias());
    }

    private String table(TableReference table) {
        if (table instanceof TableReference.Named named) {
            return name(named.name()) + as(named.alias());
        }
        if (table instanceof TableReference.Derived derived) {
            return "(" + query(derived.query()) + ")" + as(Optional.of(derived.alias()));
        }
        TableReference.Join join = (TableReference.Join) table;
        String right = table(join.right());
        return table(join.left())
                + keyword(join)
                + (join.right() instanceof TableReference.Join ? "(" + right + ")" : right)
                + condition(join.condition());
    }

    private static String keyword(TableReference.Join join) {
        boolean inner = join.type() == TableReference.JoinType.INNER;
        if (inner && join.condition() instanceof JoinCondition.None) {
            return " CROSS JOIN ";
        }
        String natural = join.condition() instanceof JoinCondition.Natural ? " NATURAL" : "";
        return natural + (inner ? "" : " " + join.type()) + " JOIN ";
    }

    private String condition(JoinCondition condition) {
        if (condition instanceof JoinCondition.On on) {
            return " ON " + expressions.write(on.condition());
        }
        return condition instanceof JoinCondition.Using using
                ? using.columns().stream()
                        .map(AdqlWriter::identifier)
                        .collect(Collectors.joining(", ", " USING (", ")"))
                : "";
    }

    private static String as(Optional<Identifier> alias) {
        return alias.map(name -> " AS " + identifier(name)).orElse("");
    }

    static String name(Name name) {
        return name.parts().stream().map(AdqlWriter::identifier).collect(Collectors.joining("."));
    }

    static String identifier(Identifier identifier) {
        return identifier.delimited() ? '"' + identifier.text().replace("\"", "\"\"") + '"' : identifier.text();
    }
}
