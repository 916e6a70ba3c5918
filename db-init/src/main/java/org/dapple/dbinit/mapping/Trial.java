package org.dapple.dbinit.mapping;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dapple.dbinit.mapping.file.Mapping;

/**
 * What a mapping makes of one DID in one column.
 *
 * @param table ivoa.obscore or ivoa.obscore_radio
 * @param found what the metadata have; null where they have nothing
 * @param value what the column gets; null where it gets nothing
 * @param problem why what was found cannot be used; null where it can
 */
public record Trial(String table, String column, String found, String value, String problem) {

    /** In a transaction that is undone: the tables of the mapping are others meanwhile, which only the trial sees. */
    static List<Trial> run(Connection connection, Optional<Mapping> mapping, String scope, String name)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            if (mapping.isPresent()) {
                lock(connection);
                new OwnColumns(connection).store(mapping.get().columns());
                new Application(connection).store(mapping.get());
            }
            return rows(connection, scope, name);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('ivoa.mapping'))");
        }
    }

    private static List<Trial> rows(Connection connection, String scope, String name) throws SQLException {
        List<Trial> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM ivoa.mapping_trial(?, ?)")) {
            statement.setString(1, scope);
            statement.setString(2, name);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Trial(
                            row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                }
            }
        }
        return rows;
    }
}
