package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dapple.testkit.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lint of {@code docker-compose.yml}, where no Docker is needed. */
class ComposeTest {

    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path folder;

    @Test
    void nothingIsWrongWithIt() throws IOException {
        assertThat(problems(compose())).isEmpty();
    }

    /** So that the lint is known to see what it is there for. */
    @ParameterizedTest
    @CsvSource({
        "read_only: true, read_only: false, its file system is not read-only",
        "cap_drop: [ALL], cap_drop: [], it has capabilities that it does not need",
        "network_mode: none, network_mode: bridge, secrets: it is root and has a network",
        "PGPASSWORD_FILE: /run/dapple/owner/owner, PGPASSWORD: secret, db-init: PGPASSWORD is a secret",
        "'127.0.0.1:${DAPPLE_DATABASE_PORT', '${DAPPLE_DATABASE_PORT', database: other machines reach it",
        "'database: {condition', 'base: {condition', 'db-init: it waits for base, which is no service'",
        "'  storage:\n', '', volume storage is not declared",
        "target: jupyter, target: jupiter, jupyter: the Dockerfile has no stage jupiter",
        "'  datalink-service:', '  links:', there is no service datalink-service"
    })
    void aMistakeIsSeen(String right, String wrong, String problem) throws IOException {
        assertThat(compose()).contains(right);

        assertThat(problems(compose().replace(right, wrong == null ? "" : wrong)))
                .contains(problem);
    }

    private static String compose() throws IOException {
        return Files.readString(ROOT.resolve("docker-compose.yml"));
    }

    private String problems(String compose) throws IOException {
        Path file = Files.writeString(folder.resolve("docker-compose.yml"), compose);
        Program.Result lint = Program.python()
                .run(
                        "src/test/resources/compose_problems.py",
                        file.toString(),
                        ROOT.resolve("Dockerfile").toString());
        assertThat(lint.exitCode()).as(lint.output()).isZero();
        return lint.output();
    }
}
