package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dapple.dbinit.sync.Rebuild;
import org.dapple.testkit.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A filled database of the version before the mapping was a file is upgraded while Rucio idles in a transaction. */
class UpgradeTest {

    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "org", "dapple", "dbinit", "migration");
    private static final Path PREVIOUS = Path.of("src", "test", "resources", "org", "dapple", "dbinit", "previous");
    private static final int LAST_VERSION = 20;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @Test
    void waitsForNobodyAndLosesNothing(@TempDir Path folder) throws Exception {
        previous(folder);
        try (Connection owner = database.connect()) {
            run(owner, "UPDATE ivoa.obscore_mapping SET json_path = '{target,name}' WHERE column_name = 'target_name'");
            run(owner, "DELETE FROM ivoa.obscore_mapping WHERE column_name = 'o_ucd'");
            run(owner, "SELECT ivoa.generate_sync()");
            run(
                    owner,
                    "INSERT INTO rucio.dids (vo, scope, name, data) SELECT 'def', 's', 'd' || i, jsonb_build_object("
                            + "'calib_level', i % 4, 'obs_collection', 'C', 'obs_id', 'o' || i, 's_fov_min', 2, 'o_ucd', 'x',"
                            + " 'target', jsonb_build_object('name', 'T' || i)) FROM generate_series(1, 5000) AS i");
            String before = rows(owner);
            upgradeWhileRucioIdles();
            assertThat(rows(owner)).isEqualTo(before);
            run(
                    owner,
                    "INSERT INTO rucio.dids (vo, scope, name, data) VALUES ('def', 's', 'new', '{\"calib_level\": 1,"
                            + " \"obs_collection\": \"C\", \"obs_id\": \"o\", \"o_ucd\": \"y\", \"target\": {\"name\": \"N\"}}')");
            assertThat(value(
                            owner,
                            "SELECT concat_ws('|', target_name, o_ucd) FROM ivoa.obscore WHERE rucio_did_name = 'new'"))
                    .isEqualTo("N");
            assertThat(value(owner, "SELECT file FROM ivoa.mapping")).isEqualTo("""
                    # Each column is the key of its name.
                    sections:
                      - scopes: "*"
                        columns:
                          o_ucd: {constant: null}
                          target_name: 'target.name'
                    """);
            assertThat(value(owner, "SELECT count(*) FROM ivoa.sync_rebuild")).isEqualTo("1");
            Rebuild.run(owner, derived -> {});
            assertThat(value(owner, "SELECT count(*) FROM ivoa.obscore_radio WHERE s_fov_min = 2"))
                    .isEqualTo("5000");
        }
    }

    private static void upgradeWhileRucioIdles() throws Exception {
        try (Connection rucio = database.connectAs("dapple_writer");
                var statement = rucio.createStatement()) {
            rucio.setAutoCommit(false);
            statement.setFetchSize(1);
            try (ResultSet open = statement.executeQuery("SELECT data FROM rucio.dids")) {
                open.next();
                CompletableFuture.runAsync(
                                () -> Migrations.flyway(database.jdbcUrl(), database.user(), database.password())
                                        .migrate())
                        .get(60, TimeUnit.SECONDS);
                assertThat(open.next()).isTrue();
            }
        }
    }

    /** The migrations as they were: those that are versions are never edited, the repeatable ones are kept. */
    private static void previous(Path folder) throws IOException {
        for (Path file : files(MIGRATIONS)) {
            String name = file.getFileName().toString();
            if (name.startsWith("V") && Integer.parseInt(name.substring(1, name.indexOf('_'))) <= LAST_VERSION) {
                Files.copy(file, folder.resolve(name));
            }
        }
        for (Path file : files(PREVIOUS)) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("filesystem:" + folder)
                .schemas("dapple")
                .placeholderReplacement(false)
                .load()
                .migrate();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rows(Connection owner) throws SQLException {
        return value(owner, "SELECT md5(string_agg(o::text, '|' ORDER BY rucio_did_name)) FROM ivoa.obscore AS o");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
