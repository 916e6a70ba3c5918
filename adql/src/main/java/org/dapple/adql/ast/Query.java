package org.dapple.adql.ast;

import java.util.List;
import java.util.OptionalLong;

/**
 * A query: what it selects, and in what order (ADQL 2.1 §2.1, select_expression).
 *
 * @param orderBy applies to the whole body, also to one of set operators
 * @param offset rows to skip before TOP counts
 */
public record Query(
        List<CommonTable> with, QueryBody body, List<SortItem> orderBy, OptionalLong offset, Position position)
        implements QueryBody {
    public Query {
        with = List.copyOf(with);
        orderBy = List.copyOf(orderBy);
    }

    /** A query of one SELECT. */
    public static Query of(Select select, List<SortItem> orderBy) {
        return new Query(List.of(), select, orderBy, OptionalLong.empty(), select.position());
    }
}
