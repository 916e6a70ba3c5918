package org.dapple.dbinit.sync;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One reason for which DIDs are pending.
 *
 * @param column of ivoa.obscore, empty where the whole row was refused
 * @param reason in words that follow the column
 * @param dids how many DIDs have it
 * @param hidden how many of these are not visible
 * @param examples one or two of these DIDs, as scope:name
 * @param value one of the values that could not be used, cut; null where it is missing
 */
public record PendingReason(String column, String reason, long dids, long hidden, List<String> examples, String value) {

    private static final String QUERY = """
            SELECT coalesce(problem ->> 'column', '') AS column_name, problem ->> 'reason' AS reason,
              count(*) AS dids, count(*) FILTER (WHERE NOT visible) AS hidden,
              min(rucio_did_scope || ':' || rucio_did_name) AS first, max(rucio_did_scope || ':' || rucio_did_name) AS last,
              left(min(problem ->> 'value'), 60) AS value
            FROM ivoa.obscore_pending, jsonb_array_elements(problems) AS problem
            GROUP BY 1, 2 ORDER BY dids DESC, 1, 2
            """;

    /** All reasons, the most frequent first. */
    public static List<PendingReason> in(Connection connection) throws SQLException {
        List<PendingReason> reasons = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                reasons.add(new PendingReason(
                        row.getString("column_name"),
                        row.getString("reason"),
                        row.getLong("dids"),
                        row.getLong("hidden"),
                        Stream.of(row.getString("first"), row.getString("last"))
                                .distinct()
                                .toList(),
                        row.getString("value")));
            }
        }
        return reasons;
    }
}
