package org.dapple.tap.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.dapple.tap.schema.ForeignKey;
import org.dapple.tap.schema.PublishedColumn;
import org.dapple.tap.schema.PublishedSchema;
import org.dapple.tap.schema.PublishedTable;

/** Reads TAP_SCHEMA 1.1 (TAP 1.1 §4) from its five tables, in the order of presentation, and the site's URL. */
final class TapSchemaQueries {

    /** Of all that is written in these tables: they hold some hundred rows, so that reading them all is cheap. */
    private static final String VERSION = """
            SELECT ('x' || left(md5(concat_ws('|',
              (SELECT base_url FROM ivoa.site),
              (SELECT string_agg(t::text, '|' ORDER BY t::text) FROM tap_schema.schemas t),
              (SELECT string_agg(t::text, '|' ORDER BY t::text) FROM tap_schema.tables t),
              (SELECT string_agg(t::text, '|' ORDER BY t::text) FROM tap_schema.columns t),
              (SELECT string_agg(t::text, '|' ORDER BY t::text) FROM tap_schema.keys t),
              (SELECT string_agg(t::text, '|' ORDER BY t::text) FROM tap_schema.key_columns t))), 16))::bit(64)::bigint
            """;

    private static final String SCHEMAS = """
            SELECT schema_name, utype, description FROM tap_schema.schemas
            ORDER BY schema_index, schema_name
            """;

    private static final String TABLES = """
            SELECT table_name, table_type, utype, description FROM tap_schema.tables
            WHERE schema_name = ? ORDER BY table_index, table_name
            """;

    private static final String COLUMNS = """
            SELECT column_name, datatype, arraysize, xtype, description, utype, unit, ucd,
                   indexed = 1 AS indexed, principal = 1 AS principal, std = 1 AS std, search
            FROM tap_schema.columns
            WHERE table_name = ? ORDER BY column_index, column_name
            """;

    private static final String KEYS = """
            SELECT key_id, target_table, description, utype FROM tap_schema.keys
            WHERE from_table = ? ORDER BY key_id
            """;

    private static final String KEY_COLUMNS = """
            SELECT from_column, target_column FROM tap_schema.key_columns
            WHERE key_id = ? ORDER BY from_column
            """;

    private final Connection connection;

    TapSchemaQueries(Connection connection) {
        this.connection = connection;
    }

    long version() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(VERSION);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    String siteUrl() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT base_url FROM ivoa.site");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    List<PublishedSchema> schemas() throws SQLException {
        List<PublishedSchema> schemas = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SCHEMAS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String name = row.getString("schema_name");
                schemas.add(
                        new PublishedSchema(name, row.getString("utype"), row.getString("description"), tables(name)));
            }
        }
        return schemas;
    }

    private List<PublishedTable> tables(String schema) throws SQLException {
        return rows(TABLES, schema, row -> {
            String name = row.getString("table_name");
            return new PublishedTable(
                    name,
                    row.getString("table_type"),
                    row.getString("utype"),
                    row.getString("description"),
                    rows(COLUMNS, name, TapSchemaQueries::column),
                    rows(KEYS, name, this::key));
        });
    }

    private static PublishedColumn column(ResultSet row) throws SQLException {
        return new PublishedColumn(
                row.getString("column_name"),
                row.getString("datatype"),
                row.getString("arraysize"),
                row.getString("xtype"),
                row.getString("description"),
                row.getString("utype"),
                row.getString("unit"),
                row.getString("ucd"),
                row.getBoolean("indexed"),
                row.getBoolean("principal"),
                row.getBoolean("std"),
                row.getString("search"));
    }

    private ForeignKey key(ResultSet row) throws SQLException {
        return new ForeignKey(
                row.getString("target_table"),
                row.getString("description"),
                row.getString("utype"),
                rows(
                        KEY_COLUMNS,
                        row.getString("key_id"),
                        pair -> new ForeignKey.Pair(pair.getString("from_column"), pair.getString("target_column"))));
    }

    private <T> List<T> rows(String sql, String parent, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parent);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
        }
        return rows;
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
