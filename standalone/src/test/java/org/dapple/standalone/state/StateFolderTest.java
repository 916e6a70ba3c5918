package org.dapple.standalone.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir
    private Path folder;

    private StateFolder state;

    @BeforeEach
    void open() {
        state = new StateFolder(folder);
    }

    @Test
    void remembersARunningServer() {
        var server = RunningServer.thisProcess(8080);
        state.remember(server);
        assertThat(state.server()).contains(server);
        state.forgetServer();
        assertThat(state.server()).isEmpty();
    }

    @Test
    void doesNotTakeALaterProcessWithTheSameIdForTheServer() {
        var server = RunningServer.thisProcess(8080);
        state.remember(new RunningServer(server.pid(), server.startedAt().minusSeconds(60), 8080));
        assertThat(state.server()).isEmpty();
    }

    @Test
    void keepsTheDatabaseUrlToItsOwner() throws IOException {
        state.rememberDatabaseUrl("postgresql://me:secret@db/lake");
        assertThat(state.databaseUrl()).contains("postgresql://me:secret@db/lake");
        assertThat(Files.getPosixFilePermissions(folder.resolve("database.properties")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void letsOneProcessWorkAtATime() throws Exception {
        var other = state.alone(() -> tryToWork());
        assertThat(other).contains("Another ./dapple up");
        assertThat(tryToWork()).isEqualTo("worked\n");
    }

    /** In another process, because a lock is held by a process. */
    private String tryToWork() {
        try {
            var java = ProcessHandle.current().info().command().orElseThrow();
            var process = new ProcessBuilder(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Worker.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program that works alone in a state folder. */
    static final class Worker {

        private Worker() {}

        public static void main(String[] arguments) {
            System.out.println(new StateFolder(Path.of(arguments[0])).alone(() -> "worked"));
        }
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(state.server()).isEmpty();
        assertThat(state.databaseUrl()).isEmpty();
        assertThat(state.demo()).isEmpty();
    }
}
