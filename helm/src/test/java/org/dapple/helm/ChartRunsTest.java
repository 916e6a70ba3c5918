package org.dapple.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dapple.datalink.config.DataLinkSettings;
import org.dapple.datalink.web.DataLinkWebapp;
import org.dapple.embedded.tomcat.EmbeddedTomcat;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the containers are told is enough to migrate a real database and to serve from it, up to every probe. */
class ChartRunsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path folder;

    @Test
    void initMigratesAndServicesBecomeReady() throws IOException, InterruptedException, SQLException {
        var manifests = Chart.INSTALL.render(values());
        Files.createDirectories(folder.resolve("run/passwords"));
        Files.writeString(folder.resolve("run/passwords/owner"), database.password() + "\n");
        Files.writeString(folder.resolve("run/passwords/service"), "of the services\n");
        Files.writeString(folder.resolve("run/passwords/writer"), "of Rucio\n");

        assertThat(init(manifests)).endsWith("exit code 0");
        assertThat(authority()).isEqualTo("lake.example.org");
        var applications = Map.of(
                "", new TapWebapp(TapSettings.fromEnvironment(environment(manifests, "tap-server"))),
                "/datalink",
                        new DataLinkWebapp(
                                DataLinkSettings.fromEnvironment(environment(manifests, "datalink-service"))));
        try (var tomcat = EmbeddedTomcat.start(0, applications)) {
            assertThat(probes(manifests)).hasSize(6);
            for (var path : probes(manifests)) {
                assertThat(status(tomcat.port(), path)).as(path).isEqualTo(200);
            }
        }
    }

    private static Map<String, String> values() {
        var address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        return Map.of(
                "database.mode", "external",
                "database.existingSecret", "passwords",
                "database.owner", database.user(),
                "database.name", address.getPath().substring(1),
                "database.external.host", address.getHost(),
                "database.external.port", String.valueOf(address.getPort()),
                "database.external.sslMode", "disable",
                "site.baseUrl", "https://vo.example.org",
                "site.authority", "lake.example.org");
    }

    private String init(Manifests manifests) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.dapple.standalone.Main"));
        container(manifests, "db-init").getArgs().forEach(command::add);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment(manifests, "db-init"));
        builder.environment().put("DAPPLE_HOME", folder.toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "exit code " + process.waitFor();
    }

    private Map<String, String> environment(Manifests manifests, String component) {
        var environment = new HashMap<>(manifests.environment(component));
        environment.replaceAll((name, value) -> value.replaceFirst("^/run/dapple", folder + "/run")
                .replaceFirst("^/var/lib/dapple", folder + "/state"));
        return environment;
    }

    private static String authority() throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), "dapple_service", "of the services");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT authority FROM ivoa.site")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static List<String> probes(Manifests manifests) {
        return Stream.of("tap-server", "datalink-service")
                .map(component -> container(manifests, component))
                .flatMap(it -> Stream.of(it.getStartupProbe(), it.getLivenessProbe(), it.getReadinessProbe()))
                .map(probe -> probe.getHttpGet())
                .map(HTTPGetAction::getPath)
                .toList();
    }

    private static Container container(Manifests manifests, String component) {
        return manifests
                .pods()
                .get(Chart.RELEASE + "-" + component)
                .getSpec()
                .getContainers()
                .get(0);
    }

    private static int status(int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
