package org.dapple.tap.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dapple.adql.ast.ComparisonOperator;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.ast.Identifier;
import org.dapple.adql.ast.Name;
import org.dapple.adql.ast.Position;
import org.dapple.adql.ast.Query;
import org.dapple.adql.ast.Select;
import org.dapple.adql.ast.SelectItem;

/** The pieces of which the simple protocols build their queries of observations. */
public final class Trees {

    /** The table that is searched. */
    public static final String OBSERVATIONS = "ivoa.obscore";

    private Trees() {}

    /** {@code SELECT items FROM ivoa.obscore WHERE where}. */
    public static Query select(List<SelectItem> items, Expression where) {
        Name table = Name.of(OBSERVATIONS.split("\\."));
        return Query.of(Select.of(OptionalLong.empty(), items, table, Optional.of(where)), List.of());
    }

    /** A column of the table, by its name as TAP_SCHEMA has it: with quotes where it is delimited. */
    public static Expression column(String name) {
        boolean delimited = name.startsWith("\"");
        String text = delimited ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
        return new Expression.Column(new Name(List.of(new Identifier(text, delimited, Position.NONE))));
    }

    /** A text in quotes. */
    public static Expression text(String value) {
        return new Expression.Text(value, Position.NONE);
    }

    public static Expression compare(Expression left, ComparisonOperator operator, Expression right) {
        return new Expression.Comparison(operator, left, right, Position.NONE);
    }

    /** {@code value = one}, or {@code value IN (…)} where there are more. */
    public static Expression isAmong(Expression value, List<Expression> values) {
        return values.size() == 1
                ? compare(value, ComparisonOperator.EQUAL, values.get(0))
                : new Expression.InList(value, false, values, Position.NONE);
    }

    /** All of the conditions, at least one. */
    public static Expression all(List<Expression> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : new Expression.And(conditions, Position.NONE);
    }

    /** One of the conditions, at least one. */
    public static Expression any(List<Expression> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : new Expression.Or(conditions, Position.NONE);
    }
}
