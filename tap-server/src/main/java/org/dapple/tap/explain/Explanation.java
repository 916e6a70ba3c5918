package org.dapple.tap.explain;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.dapple.dali.table.Field;
import org.dapple.tap.db.QueryPlan;

/**
 * What would become of a query.
 *
 * @param adql the query in one line and one spelling
 * @param sql what the database would be asked
 * @param columns of the result, as VOTable would describe them
 * @param plan how the database would find the answer, without the limit that MAXREC sets
 */
public record Explanation(
        String adql,
        String sql,
        @JsonIgnoreProperties("wireType") List<Field> columns,
        QueryPlan plan) {

    public Explanation {
        columns = List.copyOf(columns);
    }
}
