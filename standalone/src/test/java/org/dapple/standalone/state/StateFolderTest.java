package org.dapple.standalone.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    void knowsNothingAtFirst() {
        assertThat(state.server()).isEmpty();
        assertThat(state.databaseUrl()).isEmpty();
        assertThat(state.demo()).isEmpty();
    }
}
