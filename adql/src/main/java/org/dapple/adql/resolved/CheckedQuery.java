package org.dapple.adql.resolved;

import java.util.List;
import java.util.OptionalLong;

/** A query of which every name is bound, every expression typed, and the output known. */
public record CheckedQuery(List<CommonTable> with, Body body, List<SortKey> orderBy, OptionalLong offset)
        implements Body {
    public CheckedQuery {
        with = List.copyOf(with);
        orderBy = List.copyOf(orderBy);
    }

    /** The columns of the result, with unique names, in their order. */
    @Override
    public List<OutputColumn> columns() {
        return body.columns();
    }

    /**
     * A query of WITH.
     *
     * @param alias its name in the SQL, unique in the whole query
     */
    public record CommonTable(String alias, CheckedQuery query) {}

    /** One term of ORDER BY. */
    public sealed interface SortKey {
        boolean descending();

        /** Sorted by a column of the result; positions count from 1. */
        record ByColumn(int position, boolean descending) implements SortKey {}

        /** Sorted by a value that may not be in the result. */
        record ByValue(Value value, boolean descending) implements SortKey {}
    }
}
