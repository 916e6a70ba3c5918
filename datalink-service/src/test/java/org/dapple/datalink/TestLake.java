package org.dapple.datalink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.dapple.testkit.TestDatabase;

/** A small lake: {@code lake.sql} says what is in it. */
public final class TestLake {

    private TestLake() {}

    public static void insertInto(TestDatabase database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(Path.of("src", "test", "resources", "lake.sql")));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
