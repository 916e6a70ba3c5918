package org.dapple.standalone.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.dapple.dbinit.load.LoadCount;
import org.dapple.dbinit.load.NdjsonLoader;
import org.dapple.standalone.state.Problem;

/**
 * A file of metadata, one DID a line.
 *
 * @param name path of the file, or {@code -} for standard input
 */
public record MetadataFile(String name) {

    /**
     * Upserts every line as Rucio does, and says on the way how far it is and which lines are bad.
     *
     * @throws Problem when the file cannot be read or the database cannot be written
     */
    public LoadCount loadInto(DatabaseAccess owner) {
        try (var input = open()) {
            return new NdjsonLoader().load(input, owner.jdbcUrl(), owner.user(), owner.password(), new LoadProgress());
        } catch (IOException e) {
            throw new Problem("Cannot read %s: %s".formatted(name, reason(e)), e);
        } catch (SQLException e) {
            throw new Problem("Cannot write to the database: " + e.getMessage(), e);
        }
    }

    private InputStream open() throws IOException {
        return "-".equals(name) ? System.in : Files.newInputStream(Path.of(name));
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException ? "there is no such file" : e.getMessage();
    }
}
