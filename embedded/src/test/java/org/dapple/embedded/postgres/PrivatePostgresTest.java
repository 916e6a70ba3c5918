package org.dapple.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivatePostgresTest {

    @TempDir
    private Path state;

    private PrivatePostgres postgres;

    @BeforeEach
    void choose() {
        postgres = PrivatePostgres.in(state.resolve("postgres"));
    }

    @AfterEach
    void stop() throws IOException {
        postgres.stop();
        var data = state.resolve("postgres/data");
        if (Files.isSymbolicLink(data)) {
            Folders.delete(data.toRealPath());
        }
    }

    @Test
    void startsAClusterWithPgSphereInEveryNewDatabase() throws SQLException {
        var address = postgres.start();
        query(address, "template1", "CREATE DATABASE fresh");
        assertThat(query(address, "fresh", "SELECT spoint '(1d,2d)' <@ scircle '<(1d,2d),1d>'"))
                .isEqualTo("t");
        assertThat(query(address, "fresh", "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(query(address, "fresh", "SELECT lower('\u00c9TOILE')")).isEqualTo("\u00e9toile");
        assertThat(query(address, "fresh", "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void keepsPortPasswordAndDataWhenStartedAgain() throws SQLException {
        var first = postgres.start();
        query(first, "template1", "CREATE DATABASE kept");
        assertThat(postgres.start()).isEqualTo(first);
        postgres.stop();
        assertThat(postgres.running()).isEmpty();
        assertThat(postgres.start()).isEqualTo(first);
        assertThat(query(first, "kept", "SELECT 1")).isEqualTo("1");
    }

    @Test
    void startsAgainAfterItsServerWasKilled() throws Exception {
        postgres.start();
        var lock = state.resolve("postgres/data/postmaster.pid");
        var server = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(lock).get(0).strip()))
                .orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
        assertThat(query(postgres.start(), "template1", "SELECT 1")).isEqualTo("1");
    }

    @Test
    void startsAlthoughTheLockOfACrashedServerNamesAnotherProgram() throws Exception {
        postgres.start();
        var lock = state.resolve("postgres/data/postmaster.pid");
        var lines = Files.readAllLines(lock);
        postgres.stop();
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(lock, lines);
        assertThat(postgres.running()).isEmpty();
        assertThat(query(postgres.start(), "template1", "SELECT 1")).isEqualTo("1");
    }

    @Test
    void takesAnotherPortWhenTheRememberedOneIsTaken() throws Exception {
        var first = postgres.start();
        postgres.stop();
        try (var stranger = new ServerSocket(first.port(), 1, InetAddress.getLoopbackAddress())) {
            var second = postgres.start();
            assertThat(second.port()).isNotEqualTo(stranger.getLocalPort());
            assertThat(query(second, "template1", "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void keepsThePasswordToTheInvoker() throws IOException {
        var address = postgres.start();
        var file = state.resolve("postgres/password");
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(Files.readString(file)).isEqualTo(address.password());
        assertThat(address.toString()).doesNotContain(address.password());
    }

    private static String query(ClusterAddress address, String database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(address.jdbcUrl(database), address.user(), address.password());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }
}
