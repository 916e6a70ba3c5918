package org.dapple.adql.ast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One SELECT (ADQL 2.1 §2.1, select_query).
 *
 * @param from at least one table; several are separated by commas
 */
public record Select(
        boolean distinct,
        OptionalLong top,
        List<SelectItem> items,
        List<TableReference> from,
        Optional<Expression> where,
        List<Expression> groupBy,
        Optional<Expression> having,
        Position position)
        implements QueryBody {
    public Select {
        items = List.copyOf(items);
        from = List.copyOf(from);
        groupBy = List.copyOf(groupBy);
    }

    /** A plain {@code SELECT items FROM table WHERE where} for trees that are built rather than parsed. */
    public static Select of(OptionalLong top, List<SelectItem> items, Name table, Optional<Expression> where) {
        TableReference from = new TableReference.Named(table, Optional.empty());
        return new Select(false, top, items, List.of(from), where, List.of(), Optional.empty(), Position.NONE);
    }
}
