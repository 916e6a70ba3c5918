package org.dapple.dbinit.mapping;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.dapple.dbinit.mapping.file.Target;

/** The columns of ObsCore and its radio extension, as the database has them. */
final class Targets {

    private static final String STANDARD = """
            SELECT d.column_name, d.kind, t.unit
            FROM ivoa.derived_column AS d
              LEFT JOIN tap_schema.columns AS t ON t.column_name = d.column_name
                AND t.table_name = CASE WHEN d.radio THEN 'ivoa.obscore_radio' ELSE 'ivoa.obscore' END
            WHERE NOT EXISTS (SELECT FROM ivoa.own_column AS o WHERE o.column_name = d.column_name)
            ORDER BY d.place
            """;

    private Targets() {}

    static List<Target> standard(Connection connection) throws SQLException {
        List<Target> targets = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STANDARD)) {
            while (row.next()) {
                targets.add(new Target(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return targets;
    }
}
