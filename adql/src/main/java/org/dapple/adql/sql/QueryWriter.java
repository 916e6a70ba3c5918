package org.dapple.adql.sql;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.dapple.adql.ast.TableReference.JoinType;
import org.dapple.adql.resolved.Body;
import org.dapple.adql.resolved.CheckedQuery;
import org.dapple.adql.resolved.CheckedQuery.SortKey;
import org.dapple.adql.resolved.CheckedSelect;
import org.dapple.adql.resolved.CheckedSetOperation;
import org.dapple.adql.resolved.Range;
import org.dapple.adql.resolved.Source;
import org.dapple.adql.resolved.Value;

/** Writes queries. The outermost one converts its columns to the types they are promised in and has a line for each clause. */
final class QueryWriter {
    private final ValueWriter values = new ValueWriter(this);

    String result(CheckedQuery query) {
        return query(query, true);
    }

    String subquery(CheckedQuery query) {
        return query(query, false);
    }

    private String query(CheckedQuery query, boolean outermost) {
        StringBuilder sql = new StringBuilder();
        String gap = gap(outermost);
        if (!query.with().isEmpty()) {
            sql.append(query.with().stream().map(this::commonTable).collect(Collectors.joining(", ", "WITH ", gap)));
        }
        sql.append(body(query.body(), outermost));
        if (!query.orderBy().isEmpty()) {
            sql.append(query.orderBy().stream()
                    .map(this::sortKey)
                    .collect(Collectors.joining(", ", gap + "ORDER BY ", "")));
        }
        query.offset().ifPresent(rows -> sql.append(gap).append("OFFSET ").append(rows));
        if (query.body() instanceof CheckedSelect select) {
            limit(select.top(), gap, sql);
        }
        return sql.toString();
    }

    private String commonTable(CheckedQuery.CommonTable table) {
        return Quoting.name(table.alias()) + " AS (" + subquery(table.query()) + ")";
    }

    private String sortKey(SortKey key) {
        String what = key instanceof SortKey.ByColumn column
                ? Integer.toString(column.position())
                : values.write(((SortKey.ByValue) key).value());
        return key.descending() ? what + " DESC" : what;
    }

    private String body(Body body, boolean outermost) {
        if (body instanceof CheckedSelect select) {
            return select(select, outermost);
        }
        if (body instanceof CheckedSetOperation operation) {
            String operator = operation.operator() + (operation.all() ? " ALL" : "");
            return side(operation.left(), outermost)
                    + gap(outermost)
                    + operator
                    + gap(outermost)
                    + side(operation.right(), outermost);
        }
        return "(" + query((CheckedQuery) body, outermost) + ")";
    }

    /** A side of a set operator, in parentheses where it would not otherwise be one. */
    private String side(Body side, boolean outermost) {
        if (side instanceof CheckedSelect select && select.top().isPresent()) {
            StringBuilder sql = new StringBuilder("(").append(select(select, outermost));
            limit(select.top(), gap(outermost), sql);
            return sql.append(")").toString();
        }
        String sql = body(side, outermost);
        return side instanceof CheckedSetOperation ? "(" + sql + ")" : sql;
    }

    private String select(CheckedSelect select, boolean outermost) {
        String gap = gap(outermost);
        StringBuilder sql = new StringBuilder(select.distinct() ? "SELECT DISTINCT " : "SELECT ");
        sql.append(select.outputs().stream().map(o -> output(o, outermost)).collect(Collectors.joining(", ")));
        select.hidden().forEach(hidden -> sql.append(", ").append(output(hidden, false)));
        sql.append(select.from().stream().map(this::source).collect(Collectors.joining(", ", gap + "FROM ", "")));
        select.where().ifPresent(condition -> sql.append(gap).append("WHERE ").append(values.condition(condition)));
        if (!select.groupBy().isEmpty()) {
            sql.append(list(select.groupBy(), gap + "GROUP BY "));
        }
        select.having().ifPresent(condition -> sql.append(gap).append("HAVING ").append(values.condition(condition)));
        return sql.toString();
    }

    private String list(List<Value> keys, String prefix) {
        return keys.stream().map(values::write).collect(Collectors.joining(", ", prefix, ""));
    }

    private String output(CheckedSelect.Output output, boolean outermost) {
        String value = outermost ? values.result(output) : values.typed(output.value());
        return value + " AS " + Quoting.name(output.column().name());
    }

    private String source(Source source) {
        if (source instanceof Source.OfTable table) {
            return Quoting.name(table.table().storedIn()) + "."
                    + Quoting.name(table.table().name()) + as(table.range());
        }
        if (source instanceof Source.OfQuery query) {
            return "(" + subquery(query.query()) + ")" + as(query.range());
        }
        if (source instanceof Source.OfCommonTable common) {
            return Quoting.name(common.name()) + as(common.range());
        }
        return join((Source.OfJoin) source);
    }

    private static String as(Range range) {
        return " AS " + Quoting.name(range.alias());
    }

    private String join(Source.OfJoin join) {
        String right = source(join.right());
        String operand = join.right() instanceof Source.OfJoin ? "(" + right + ")" : right;
        return source(join.left())
                + join.on()
                        .map(on -> keyword(join.type()) + operand + " ON " + values.condition(on))
                        .orElse(" CROSS JOIN " + operand);
    }

    private static String keyword(JoinType type) {
        return type == JoinType.INNER ? " JOIN " : " " + type + " JOIN ";
    }

    private static void limit(OptionalLong top, String gap, StringBuilder sql) {
        top.ifPresent(rows -> sql.append(gap).append("LIMIT ").append(rows));
    }

    private static String gap(boolean outermost) {
        return outermost ? "\n" : " ";
    }
}
