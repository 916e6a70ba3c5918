package org.dapple.dbinit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.dapple.testkit.TestDatabase;

/** rucio.dids as Rucio writes it: its three statements, its role, its search_path; and what became of it in ivoa. */
final class Dids implements AutoCloseable {

    private final Connection rucio;
    private final Connection owner;

    Dids(TestDatabase database) throws SQLException {
        rucio = database.connectAs("dapple_writer");
        owner = database.connect();
        try (var statement = rucio.createStatement()) {
            statement.execute("SET search_path = rucio");
        }
    }

    /** As Rucio's plugin does, with the values written into the statement. */
    void upsert(String name, String json) throws SQLException {
        run("INSERT INTO dids (scope, name, vo, data) VALUES ('test', %s, 'def', %s)"
                        .formatted(literal(name), literal(json))
                + " ON CONFLICT (scope, name) DO UPDATE SET data = dids.data || EXCLUDED.data");
    }

    /** As other clients would, with parameters. */
    void upsertPrepared(String name, String json) throws SQLException {
        run(
                "INSERT INTO dids (scope, name, vo, data) VALUES ('test', ?, 'def', ?::jsonb)"
                        + " ON CONFLICT (scope, name) DO UPDATE SET data = dids.data || EXCLUDED.data",
                name,
                json);
    }

    void removeKey(String name, String key) throws SQLException {
        run("UPDATE dids SET data = data - ? WHERE scope = 'test' AND name = ?", key, name);
    }

    void delete(String name) throws SQLException {
        run("DELETE FROM dids WHERE scope = 'test' AND name = ?", name);
    }

    /** Any statement, as Rucio's role. */
    int run(String sql, String... parameters) throws SQLException {
        return execute(rucio, sql, parameters);
    }

    /** Any statement, as the owner of the database. */
    int runAsOwner(String sql, String... parameters) throws SQLException {
        return execute(owner, sql, parameters);
    }

    /** One value as text, seen by the owner; null when there is no row. */
    String value(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(owner, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** A column of the DID's row in ivoa.obscore; null when it is NULL or there is no row. */
    String column(String name, String column) throws SQLException {
        return value("SELECT " + column + "::text FROM ivoa.obscore WHERE rucio_did_name = ?", name);
    }

    boolean visible(String name) throws SQLException {
        return value("SELECT 1 FROM ivoa.obscore WHERE rucio_did_name = ?", name) != null;
    }

    String reason(String name) throws SQLException {
        return value("SELECT reason FROM ivoa.obscore_pending WHERE rucio_did_name = ?", name);
    }

    /** Rucio's connection, for those who need a transaction. */
    Connection rucio() {
        return rucio;
    }

    private static int execute(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.execute();
            return statement.getUpdateCount();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, String... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        rucio.close();
        owner.close();
    }

    private static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
