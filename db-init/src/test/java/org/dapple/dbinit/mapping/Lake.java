package org.dapple.dbinit.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.dapple.dbinit.mapping.file.Mapping;
import org.dapple.dbinit.mapping.file.MappingFaultsException;
import org.dapple.testkit.TestDatabase;

/** A database as a site's mapping, Rucio and queries see it. */
final class Lake implements AutoCloseable {

    static final String IDENTITY = "sections:\n  - scopes: \"*\"\n";

    private final Connection owner;
    private final Connection rucio;

    Lake(TestDatabase database) throws SQLException {
        owner = database.connect();
        rucio = database.connectAs("dapple_writer");
    }

    static String file(String name) {
        try (InputStream input = Lake.class.getResourceAsStream(name)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    MappingStore store() {
        return new MappingStore(owner, Duration.ZERO);
    }

    Mapping checked(String yaml) throws SQLException {
        try {
            return store().check(yaml);
        } catch (MappingFaultsException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** All that ./dapple mapping apply does. */
    void apply(String yaml) throws SQLException {
        store().apply(checked(yaml));
        new Backfill(owner).run(Duration.ofSeconds(1), derived -> {});
    }

    void put(String scope, String name, String json) throws SQLException {
        try (PreparedStatement statement =
                rucio.prepareStatement("INSERT INTO rucio.dids (vo, scope, name, data) VALUES ('def', ?, ?, ?::jsonb)"
                        + " ON CONFLICT (scope, name) DO UPDATE SET data = dids.data || EXCLUDED.data")) {
            statement.setString(1, scope);
            statement.setString(2, name);
            statement.setString(3, json);
            statement.execute();
        }
    }

    Connection owner() {
        return owner;
    }

    void run(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    String value(String sql) throws SQLException {
        try (var statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    @Override
    public void close() throws SQLException {
        rucio.close();
        owner.close();
    }
}
