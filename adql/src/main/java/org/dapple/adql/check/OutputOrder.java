package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.ast.Identifier;
import org.dapple.adql.ast.SortItem;
import org.dapple.adql.resolved.CheckedQuery.SortKey;
import org.dapple.adql.resolved.OutputColumn;

/** Finds the column of the result that a term of ORDER BY means, by its number or its name. */
final class OutputOrder {
    private OutputOrder() {}

    /** The order of set operators, which can only be one of columns of the result. */
    static List<SortKey> of(List<SortItem> items, List<OutputColumn> columns) {
        List<SortKey> keys = new ArrayList<>();
        for (SortItem item : items) {
            int position = position(item.key(), columns)
                    .orElseThrow(() -> Faults.type(
                            "ORDER BY",
                            item.key().position(),
                            "After set operators, ORDER BY takes names or numbers of result columns"));
            keys.add(byColumn(item, position, columns));
        }
        return keys;
    }

    /** The number of the column meant, from 1; nothing when the key is some expression. */
    static OptionalInt position(Expression key, List<OutputColumn> columns) {
        if (key instanceof Expression.Numeral number && number.text().chars().allMatch(Character::isDigit)) {
            return OptionalInt.of(numbered(number, columns.size()));
        }
        if (key instanceof Expression.Column column && column.name().qualifier().isEmpty()) {
            return named(column.name().last(), columns);
        }
        return OptionalInt.empty();
    }

    static SortKey byColumn(SortItem item, int position, List<OutputColumn> columns) {
        OutputColumn column = columns.get(position - 1);
        if (!Types.isComparable(column.type())) {
            throw Faults.type(
                    column.name(),
                    item.key().position(),
                    "ORDER BY cannot sort column %s, %s".formatted(column.name(), Types.one(column.type())));
        }
        return new SortKey.ByColumn(position, item.descending());
    }

    private static int numbered(Expression.Numeral number, int count) {
        int position = number.text().length() > 9 ? 0 : Integer.parseInt(number.text());
        if (position < 1 || position > count) {
            throw Faults.type(
                    number.text(),
                    number.position(),
                    "There is no column number %s; the result has %d".formatted(number.text(), count));
        }
        return position;
    }

    private static OptionalInt named(Identifier name, List<OutputColumn> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (name.means(columns.get(i).name())) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }
}
