package org.dapple.tap.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.config.JobSettings;
import org.dapple.tap.config.QueryLimits;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is left on disk of tables that come with jobs. */
class UploadedJobsTest {

    @TempDir
    static Path results;

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER =
            TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE, QueryLimits.DEFAULT, jobs())));

    private static JobSettings jobs() {
        return new JobSettings(
                results,
                1,
                1,
                10,
                10,
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                Duration.ofHours(1),
                Duration.ofSeconds(2));
    }

    @Test
    void aJobThatWaitsKeepsItsTableUntilItIsDeleted() throws IOException {
        HttpResponse<String> answer = job().postTo(SERVER.url("/tap/async"));
        String location = answer.headers().firstValue("Location").orElseThrow();

        assertThat(files()).hasSize(1).allSatisfy(file -> assertThat(file).hasContent("id\n1\n2\n"));
        SERVER.post(location.substring(location.indexOf("/tap/")), Map.of("ACTION", "DELETE"));
        assertThat(files()).isEmpty();
    }

    private static MultipartForm job() {
        return new MultipartForm()
                .parameter("QUERY", "SELECT COUNT(*) AS n FROM TAP_UPLOAD.t")
                .parameter("UPLOAD", "t,param:data")
                .file("data", "id\n1\n2\n");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(results)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
