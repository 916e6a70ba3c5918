package org.dapple.tap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.dapple.dbinit.Migrations;
import org.dapple.embedded.postgres.ClusterAddress;
import org.dapple.embedded.postgres.PrivatePostgres;
import org.dapple.embedded.tomcat.EmbeddedTomcat;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.web.TapWebapp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A PostgreSQL of its own, all processes of which are killed while a job and queries run. */
class KilledDatabaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SYNC = "/sync?FORMAT=csv&QUERY=SELECT+COUNT(*)+AS+n+FROM+tap_schema.schemas";

    /** Some seconds of work, on 36 to 45 tables' columns. */
    private static final String LONG = "SELECT COUNT(*) AS n FROM tap_schema.columns AS a, tap_schema.columns AS b,"
            + " tap_schema.columns AS c, tap_schema.tables AS d WHERE d.table_name = 'ivoa.obscore'";

    private Path folder;
    private PrivatePostgres cluster;
    private EmbeddedTomcat server;
    private JobClient tap;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createTempDirectory(
                "dapple-killed-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        cluster = PrivatePostgres.in(folder.resolve("cluster"));
        ClusterAddress address = cluster.start();
        Migrations.migrate(address.jdbcUrl("postgres"), address.user(), address.password());
        server = EmbeddedTomcat.start(
                0,
                Map.of(
                        "",
                        new TapWebapp(TapSettings.fromEnvironment(Map.of(
                                "DAPPLE_DATABASE_URL", address.jdbcUrl("postgres"),
                                "DAPPLE_DATABASE_USER", address.user(),
                                "DAPPLE_DATABASE_PASSWORD", address.password(),
                                "DAPPLE_RESULT_DIR", folder.resolve("results").toString(),
                                "DAPPLE_JOB_LEASE_SECONDS", "2")))));
        tap = new JobClient("http://localhost:" + server.port() + "/tap");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        cluster.stop();
        try (var tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void theServerSaysSoAndRecoversByItselfWithItsJobs() throws Exception {
        assertThat(tap.get(SYNC).statusCode()).isEqualTo(200);
        String job = tap.send("POST", "/async", "PHASE=RUN&FORMAT=csv&QUERY=" + LONG.replace(' ', '+'))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/async", "/async");
        await(() -> tap.phase(job).equals("EXECUTING"));

        kill();
        await(() -> !isAvailable());
        HttpResponse<String> refused = tap.get(SYNC);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(tap.get("/../health/ready").statusCode()).isEqualTo(503);
        assertThat(tap.get("/../health/live").statusCode()).isEqualTo(200);
        assertThat(tap.get(job).statusCode()).isEqualTo(503);

        cluster.start();
        await(this::isAvailable);
        assertThat(tap.get(SYNC).statusCode()).isEqualTo(200);
        await(() -> tap.phase(job).equals("COMPLETED"));
    }

    private boolean isAvailable() {
        return tap.get("/availability").body().contains("<vosi:available>true</vosi:available>");
    }

    private void kill() throws IOException {
        String pid = Files.readAllLines(folder.resolve("cluster/data/postmaster.pid"))
                .get(0);
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        var sessions = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        sessions.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
