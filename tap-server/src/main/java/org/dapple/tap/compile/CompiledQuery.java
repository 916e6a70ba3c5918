package org.dapple.tap.compile;

import java.util.List;
import org.dapple.dali.table.Field;

/**
 * What a query becomes.
 *
 * @param sql one SELECT, without a trailing semicolon
 * @param fields the columns of its rows, in their order
 * @param products which of them, from 0, hold publisher DIDs of {@code ivoa.obscore}
 */
public record CompiledQuery(String sql, List<Field> fields, List<Integer> products) {

    public CompiledQuery {
        fields = List.copyOf(fields);
        products = List.copyOf(products);
    }
}
