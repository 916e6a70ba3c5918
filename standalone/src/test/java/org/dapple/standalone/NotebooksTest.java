package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dapple.testkit.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks, each from a clean kernel against a running Dapple with a small survey. */
class NotebooksTest {

    private static final Path FOLDER = Path.of("..", "notebooks");

    @TempDir
    static Path executed;

    private static Installation dapple;

    @BeforeAll
    static void up() {
        dapple = Installation.fresh();
        var up = dapple.run("up", "--detach", "--demo", "3000");
        assertThat(up.exitCode()).as(up.errors()).isZero();
    }

    @AfterAll
    static void down() {
        dapple.close();
    }

    static List<String> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void coverDiscoveryMetadataUploadsAndRegistration() throws IOException {
        assertThat(notebooks())
                .contains("discover-and-download.ipynb", "any-metadata.ipynb", "cross-match.ipynb", "register.ipynb");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void runFromTheFirstCellToTheLastAndDraw(String name) throws IOException {
        var run = Program.python()
                .runWith(
                        dapple.connection(),
                        "-m",
                        "nbconvert",
                        "--to=notebook",
                        "--execute",
                        "--output-dir=" + executed,
                        FOLDER.resolve(name).toString());
        assertThat(run.exitCode()).as(run.output()).isZero();
        var cells = cells(executed.resolve(name));
        assertThat(cells.findValues("output_type"))
                .extracting(JsonNode::textValue)
                .doesNotContain("error");
        assertThat(cells.findValues("image/png")).as("plots").isNotEmpty();
    }

    /** So that a change of a notebook is a change of what people wrote. */
    @ParameterizedTest
    @MethodSource("notebooks")
    void areKeptWithoutResults(String name) throws IOException {
        for (JsonNode cell : cells(FOLDER.resolve(name))) {
            assertThat(cell.path("outputs")).as(cell.path("source").toString()).isEmpty();
            assertThat(cell.path("execution_count").isNumber()).isFalse();
        }
    }

    private static JsonNode cells(Path notebook) throws IOException {
        return new ObjectMapper().readTree(notebook.toFile()).path("cells");
    }
}
