package org.dapple.dbinit.rucio;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Upserts DIDs by the statement of Rucio's PostgreSQL JSON plugin; each call is one statement and one transaction. */
public final class DidWriter implements AutoCloseable {

    /** What is there stays, what is new is added, what is in both is replaced: a shallow merge, never a removal. */
    private static final String UPSERT = """
            INSERT INTO rucio.dids AS dids (vo, scope, name, data)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::jsonb[])
            ON CONFLICT (scope, name) DO UPDATE SET data = dids.data || EXCLUDED.data
            """;

    /** Without statistics the planner guesses until autovacuum comes by; Rucio's role may not, and need not, do it. */
    private static final String ANALYZE = """
            DO $$ BEGIN
              IF has_schema_privilege('ivoa', 'USAGE') THEN ANALYZE rucio.dids, ivoa.obscore; END IF;
            END $$
            """;

    private final Connection connection;
    private final PreparedStatement upsert;

    private DidWriter(Connection connection) throws SQLException {
        this.connection = connection;
        this.upsert = connection.prepareStatement(UPSERT);
    }

    /** Connects as a role that may write {@code rucio.dids}: the owner, or {@code dapple_writer}. */
    public static DidWriter open(String jdbcUrl, String user, String password) throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
        try {
            return new DidWriter(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Writes all or, on an error, none.
     *
     * @param dids no two of them with the same scope and name
     */
    public void write(List<Did> dids) throws SQLException {
        setTexts(1, dids, Did::vo);
        setTexts(2, dids, Did::scope);
        setTexts(3, dids, Did::name);
        setTexts(4, dids, Did::data);
        upsert.executeUpdate();
    }

    /** To be called after many writes, so that the next searches are planned for what is there now. */
    public void analyze() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(ANALYZE);
        }
    }

    private void setTexts(int parameter, List<Did> dids, Function<Did, String> member) throws SQLException {
        Array texts = connection.createArrayOf("text", dids.stream().map(member).toArray());
        upsert.setArray(parameter, texts);
        texts.free();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
