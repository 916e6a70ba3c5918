package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dapple.standalone.state.StateFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What containers run; it starts without a database and waits for one. */
class ServeCommandTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"'', 200, 200", "tap, 200, 404", "datalink, 404, 200", "tap DATALINK, 200, 200"})
    void servesWhatIsNamed(String services, int tap, int links) throws Exception {
        Process server = serve(services);
        try {
            int port = awaitPort(server);
            assertThat(status(port, "/tap/capabilities")).isEqualTo(tap);
            assertThat(status(port, "/health/live")).isEqualTo(tap);
            assertThat(status(port, "/metrics")).isEqualTo(tap);
            assertThat(status(port, "/datalink/capabilities")).isEqualTo(links);
            assertThat(status(port, "/datalink/health/live")).isEqualTo(links);
            assertThat(status(port, "/datalink/metrics")).isEqualTo(links);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    @Test
    void anotherNameIsRefusedWithTheRightOnes() throws Exception {
        Process server = serve("everything");

        assertThat(new String(server.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("'everything'", "TAP, DATALINK");
        assertThat(server.waitFor()).isEqualTo(2);
    }

    private Process serve(String services) throws IOException {
        var words = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve");
        if (!services.isEmpty()) {
            words.command().addAll(List.of(services.split(" ")));
        }
        words.environment().put("DAPPLE_HOME", home.toString());
        words.environment().put("DAPPLE_PORT", "0");
        words.environment().put("DAPPLE_DATABASE_URL", "jdbc:postgresql://localhost:1/nowhere");
        return words.start();
    }

    private int awaitPort(Process server) throws InterruptedException {
        var limit = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(limit) && server.isAlive()) {
            var running = new StateFolder(home).server();
            if (running.isPresent()) {
                return running.get().port();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the server does not start");
    }

    private static int status(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
