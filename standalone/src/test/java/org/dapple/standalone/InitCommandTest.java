package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The one shot of a deployment, run twice as every upgrade does. */
class InitCommandTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path secrets;

    @Test
    void migratesSetsPasswordsFromFilesAndLoadsTheSurveyOnce() throws IOException, SQLException {
        Files.writeString(secrets.resolve("service"), "it's \"quoted\"\n");
        Files.writeString(secrets.resolve("writer"), "writers-own\n");
        var environment = Map.of(
                "DAPPLE_DATABASE_PASSWORD_FILE", secrets.resolve("service").toString(),
                "DAPPLE_WRITER_PASSWORD_FILE", secrets.resolve("writer").toString());
        try (var dapple = Installation.fresh()) {
            for (int run = 1; run <= 2; run++) {
                var init = dapple.run(environment, "init", "--database", ownerUrl(), "--demo", "50");
                assertThat(init.exitCode()).as(init.errors()).isZero();
                assertThat(count("dapple_service", "it's \"quoted\"", "ivoa.obscore"))
                        .isEqualTo(50);
                assertThat(count("dapple_writer", "writers-own", "rucio.dids")).isEqualTo(50);
            }
        }
    }

    @Test
    void leadsLinksToTheServiceAndOffersTheFilesThere() throws SQLException {
        try (var dapple = Installation.fresh()) {
            var init = dapple.run(
                    "init", "--database", ownerUrl(), "--demo", "50", "--base-url", "https://links.example.org");

            assertThat(init.exitCode()).as(init.errors()).isZero();
            assertThat(text("SELECT min(access_url) FROM ivoa.obscore"))
                    .startsWith("https://links.example.org/datalink/links?ID=ivo");
            assertThat(text("SELECT min(pfn) FROM rucio.replicas")).startsWith("https://links.example.org/storage/");
            assertThat(dapple.state().storage()).isNotEmptyDirectory();
        }
    }

    @Test
    void refusesAPasswordFileThatIsNotThere() {
        try (var dapple = Installation.fresh()) {
            var missing = secrets.resolve("missing").toString();
            assertThat(Main.run(Map.of("DAPPLE_WRITER_PASSWORD_FILE", missing), "init", "--database", ownerUrl()))
                    .isEqualTo(1);
            assertThat(dapple.run("init").errors()).contains("Missing required option: '--database=URL'");
        }
    }

    @Test
    void mintsIdentifiersAndLinksOfTheSite() throws SQLException {
        try (var dapple = Installation.fresh()) {
            String[] ofTheSite = {
                "init",
                "--database",
                ownerUrl(),
                "--authority",
                "lake.example.org",
                "--base-url",
                "https://vo.example.org"
            };
            assertThat(dapple.run(ofTheSite).exitCode()).isZero();
            assertThat(dapple.run("init", "--database", ownerUrl(), "--demo", "50")
                            .exitCode())
                    .isZero();
            assertThat(count("obs_publisher_did LIKE 'ivo://lake.example.org/%' AND"
                            + " access_url LIKE 'https://vo.example.org/datalink/links?ID=%'"))
                    .isEqualTo(50);
            var wrong = dapple.run("init", "--database", ownerUrl(), "--base-url", "vo.example.org/");
            assertThat(wrong.exitCode()).isEqualTo(1);
            assertThat(wrong.errors()).contains("--base-url", "site_base_url_check");
        }
    }

    private static long count(String condition) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM ivoa.obscore WHERE " + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String ownerUrl() {
        return database.jdbcUrl() + "?user=" + database.user() + "&password=" + database.password();
    }

    private static String text(String select) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static long count(String user, String password, String table) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), user, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
