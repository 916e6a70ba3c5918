package org.dapple.dbinit.rucio;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Upserts replicas and storage elements; each call is one statement and one transaction. */
public final class ReplicaWriter implements AutoCloseable {

    /** A storage element of which nothing else is known yet is made by its name. */
    private static final String REPLICAS = """
            WITH replica AS (
              SELECT DISTINCT ON (scope, name, rse, pfn) d.scope, d.name, r.*
              FROM unnest(?::text[], ?::text[], ?::jsonb[]) AS d (scope, name, replicas),
                jsonb_to_recordset(d.replicas) AS r
                  (rse text, pfn text, state text, priority integer, bytes bigint, adler32 text, md5 text)
            ), rse AS (
              INSERT INTO rucio.rses (rse) SELECT DISTINCT rse FROM replica ON CONFLICT DO NOTHING
            )
            INSERT INTO rucio.replicas (scope, name, rse, pfn, state, priority, bytes, adler32, md5)
            SELECT scope, name, rse, pfn, coalesce(state, 'AVAILABLE'), coalesce(priority, 1), bytes, adler32, md5
            FROM replica
            ON CONFLICT (scope, name, rse, pfn) DO UPDATE SET state = EXCLUDED.state, priority = EXCLUDED.priority,
              bytes = EXCLUDED.bytes, adler32 = EXCLUDED.adler32, md5 = EXCLUDED.md5
            """;

    private static final String RSE = """
            INSERT INTO rucio.rses (rse, site, rse_type, readable, latitude, longitude, soda_sync, soda_async, soda_ivoid)
            SELECT rse, site, coalesce(rse_type, 'DISK'), coalesce(readable, true), latitude, longitude,
              soda_sync, soda_async, soda_ivoid
            FROM jsonb_populate_record(NULL::rucio.rses, ?::jsonb)
            ON CONFLICT (rse) DO UPDATE SET site = EXCLUDED.site, rse_type = EXCLUDED.rse_type,
              readable = EXCLUDED.readable, latitude = EXCLUDED.latitude, longitude = EXCLUDED.longitude,
              soda_sync = EXCLUDED.soda_sync, soda_async = EXCLUDED.soda_async, soda_ivoid = EXCLUDED.soda_ivoid
            """;

    private final Connection connection;

    private ReplicaWriter(Connection connection) {
        this.connection = connection;
    }

    /** Connects as a role that may write these tables: the owner, or {@code dapple_writer}. */
    public static ReplicaWriter open(String jdbcUrl, String user, String password) throws SQLException {
        return new ReplicaWriter(DriverManager.getConnection(jdbcUrl, user, password));
    }

    /** Writes the replicas of all or, on an error, of none. */
    public void write(List<DidReplicas> dids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REPLICAS)) {
            setTexts(statement, 1, dids, DidReplicas::scope);
            setTexts(statement, 2, dids, DidReplicas::name);
            setTexts(statement, 3, dids, DidReplicas::replicas);
            statement.executeUpdate();
        }
    }

    /**
     * Writes a storage element.
     *
     * @param rse a JSON object with rse, and what else {@code rucio.rses} has as columns
     */
    public void writeRse(String rse) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RSE)) {
            statement.setString(1, rse);
            statement.executeUpdate();
        }
    }

    private void setTexts(
            PreparedStatement statement, int parameter, List<DidReplicas> dids, Function<DidReplicas, String> member)
            throws SQLException {
        statement.setArray(
                parameter,
                connection.createArrayOf("text", dids.stream().map(member).toArray()));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
