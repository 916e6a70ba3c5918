package org.dapple.dbinit.mapping;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dapple.dbinit.mapping.file.OwnColumn;

/** The columns that the site adds: in ivoa.obscore, in TAP_SCHEMA, and in the list from which metadata fill them. */
final class OwnColumns {

    private static final String NOTE = "INSERT INTO ivoa.own_column"
            + " (column_name, place, type, unit, ucd, utype, description, indexed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String PUBLISH = """
            INSERT INTO tap_schema.columns (table_name, column_index, column_name, datatype, arraysize, xtype, unit, ucd,
              utype, description, indexed, principal, std)
            SELECT 'ivoa.obscore', 100 + place, column_name,
              CASE type WHEN 'integer' THEN 'int' WHEN 'bigint' THEN 'long' WHEN 'double precision' THEN 'double'
                ELSE 'char' END,
              CASE WHEN type IN ('text', 'timestamp') THEN '*' END, CASE type WHEN 'timestamp' THEN 'timestamp' END,
              unit, ucd, utype, description,
              CASE WHEN to_regclass('ivoa.obscore_own_' || column_name || '_idx') IS NULL THEN 0 ELSE 1 END, 0, 0
            FROM ivoa.own_column
            ON CONFLICT (table_name, column_name) DO NOTHING
            """;

    private final Connection connection;

    OwnColumns(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes columns that go, or come anew with another type, out of TAP_SCHEMA.
     *
     * @return whether any go; also when an earlier call, of which servers may not know yet, has unpublished them
     */
    boolean unpublishWhatGoes(List<OwnColumn> wanted) throws SQLException {
        Map<String, String> goes = present();
        wanted.forEach(column -> goes.remove(column.name(), column.type()));
        for (String name : goes.keySet()) {
            try (PreparedStatement statement = connection.prepareStatement(
                    "DELETE FROM tap_schema.columns WHERE table_name = 'ivoa.obscore' AND column_name = ?")) {
                statement.setString(1, name);
                statement.execute();
            }
        }
        return !goes.isEmpty();
    }

    /** Makes them those that are wanted; one whose type changes goes and comes anew. Indexes are left to {@link Backfill}. */
    void become(List<OwnColumn> wanted) throws SQLException {
        alter(wanted);
        run("DELETE FROM tap_schema.columns WHERE table_name = 'ivoa.obscore' AND column_name IN"
                + " (SELECT column_name FROM ivoa.own_column)");
        store(wanted);
        publish();
    }

    /** Puts those that TAP_SCHEMA lacks into it. */
    void publish() throws SQLException {
        run(PUBLISH);
    }

    /** Only the list, which is what a trial needs. */
    void store(List<OwnColumn> wanted) throws SQLException {
        run("DELETE FROM ivoa.own_column");
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            int place = 0;
            for (OwnColumn column : wanted) {
                statement.setString(1, column.name());
                statement.setInt(2, ++place);
                statement.setString(3, column.type());
                statement.setString(4, column.unit());
                statement.setString(5, column.ucd());
                statement.setString(6, column.utype());
                statement.setString(7, column.description());
                statement.setBoolean(8, column.indexed());
                statement.execute();
            }
        }
    }

    private void alter(List<OwnColumn> wanted) throws SQLException {
        Map<String, String> present = present();
        List<String> actions = new ArrayList<>();
        for (OwnColumn column : wanted) {
            String type = present.remove(column.name());
            if (type != null && !type.equals(column.type())) {
                run("ALTER TABLE ivoa.obscore DROP COLUMN " + column.name());
            }
            if (!column.type().equals(type)) {
                actions.add("ADD COLUMN %s %s".formatted(column.name(), column.type()));
            }
        }
        present.keySet().forEach(retired -> actions.add("DROP COLUMN " + retired));
        if (!actions.isEmpty()) {
            run("ALTER TABLE ivoa.obscore " + String.join(", ", actions));
        }
    }

    private Map<String, String> present() throws SQLException {
        Map<String, String> types = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT column_name, type FROM ivoa.own_column")) {
            while (row.next()) {
                types.put(row.getString(1), row.getString(2));
            }
        }
        return types;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
