package org.dapple.tap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.dapple.testkit.TestDatabase;

/** Metadata of 17 observations of ALMA, ASKAP, the Carte du Ciel and MACHO, as messy as their archives publish them. */
public final class RealObservations {

    private static final Path FILE = Path.of("src", "test", "resources", "real_obscore_dids.ndjson");

    /** The statement of Rucio's metadata plugin. */
    private static final String UPSERT = """
            INSERT INTO rucio.dids (scope, name, vo, data)
            SELECT line->>'scope', line->>'name', 'def', line->'data' FROM (VALUES (?::jsonb)) AS l (line)
            ON CONFLICT (scope, name) DO UPDATE SET data = dids.data || EXCLUDED.data
            """;

    private RealObservations() {}

    public static void insertInto(TestDatabase database) {
        try (Connection connection = database.connectAs("dapple_writer");
                PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (String line : Files.readAllLines(FILE)) {
                statement.setString(1, line);
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
