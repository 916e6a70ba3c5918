package org.dapple.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TemporaryClusterTest {

    @Test
    void endsAndDisappearsWhenItsProcessIsKilled() throws Exception {
        var program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path data;
        try (var answer = program.inputReader()) {
            data = Path.of(answer.lines()
                    .filter(line -> line.startsWith("/"))
                    .findFirst()
                    .orElseThrow());
            assertThat(data).exists();
            program.destroyForcibly();
        }
        waitUntilGone(data.getParent());
        assertThat(data).doesNotExist();
        assertThat(data.getParent()).doesNotExist();
    }

    private static void waitUntilGone(Path path) throws InterruptedException {
        var limit = Instant.now().plus(Duration.ofSeconds(30));
        while (Files.exists(path) && Instant.now().isBefore(limit)) {
            Thread.sleep(100);
        }
    }

    /** A program with a temporary cluster that prints the data directory and waits to be killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            var address = PrivatePostgres.startTemporary();
            try (var connection = DriverManager.getConnection(
                            address.jdbcUrl("template1"), address.user(), address.password());
                    var rows = connection.createStatement().executeQuery("SHOW data_directory")) {
                rows.next();
                System.out.println(rows.getString(1));
            }
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }
}
