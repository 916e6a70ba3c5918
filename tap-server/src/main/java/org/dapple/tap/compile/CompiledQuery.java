package org.dapple.tap.compile;

import java.util.List;
import org.dapple.dali.table.Field;

/**
 * What a query becomes.
 *
 * @param sql one SELECT, without a trailing semicolon
 * @param fields the columns of its rows, in their order
 */
public record CompiledQuery(String sql, List<Field> fields) {

    public CompiledQuery {
        fields = List.copyOf(fields);
    }
}
