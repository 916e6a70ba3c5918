package org.dapple.bench.sync;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.dapple.bench.lab.BenchDatabase;

/**
 * The owner's connection, with what is written in schema bench: the documents of the survey, the typed rows that they make,
 * and a copy of ivoa.obscore with the same indexes.
 */
record Writer(BenchDatabase database, Connection connection) implements AutoCloseable {

    static Writer on(BenchDatabase database) throws SQLException {
        Writer writer = new Writer(database, database.connect());
        writer.run("CREATE SCHEMA IF NOT EXISTS bench");
        if (writer.number("SELECT count(*) FROM pg_class WHERE oid = to_regclass('bench.typed')") == 0) {
            writer.run("CREATE TABLE bench.source AS SELECT vo, scope, name, data FROM rucio.dids ORDER BY id");
            writer.run("CREATE TABLE bench.typed AS SELECT o.* FROM rucio.dids AS d JOIN ivoa.obscore AS o"
                    + " ON o.rucio_did_scope = d.scope AND o.rucio_did_name = d.name ORDER BY d.id");
            writer.run("VACUUM ANALYZE bench.source, bench.typed");
        }
        // Anew, because a later version may have other indexes.
        writer.run("DROP TABLE IF EXISTS bench.direct");
        writer.run("CREATE TABLE bench.direct (LIKE ivoa.obscore INCLUDING ALL)");
        return writer;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** No DIDs, and nothing that was made of any. */
    void empty() throws SQLException {
        run("TRUNCATE rucio.dids, ivoa.obscore, ivoa.obscore_pending, ivoa.obscore_changes, bench.direct");
        run("CHECKPOINT");
    }

    /** Makes or drops the index on all metadata, which {@code init} makes beside the migrations. */
    void indexMetadata(boolean wanted) throws SQLException {
        run("DROP INDEX IF EXISTS rucio.dids_data_idx");
        if (wanted) {
            run("CREATE INDEX dids_data_idx ON rucio.dids USING gin (data jsonb_path_ops)");
        }
    }

    /** The survey, and nothing else. */
    void fill() throws SQLException {
        empty();
        run(BulkLoad.LOAD);
        run("VACUUM ANALYZE rucio.dids, ivoa.obscore");
        run("CHECKPOINT");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
