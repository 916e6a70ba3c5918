package org.dapple.tap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.Demonstration;
import org.dapple.tap.TestSettings;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.Program;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of {@code docs/astronomers.md} that search without ADQL, as a reader would run them. */
class DocumentedSearchesTest {

    private static final Path PAGE = Path.of("..", "docs", "astronomers.md");
    private static final String SITE = "http://localhost:8080";

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @BeforeAll
    static void insert() {
        Demonstration.insertInto(DATABASE);
    }

    static List<String> commands() throws IOException {
        return blocks("sh");
    }

    static List<String> scripts() throws IOException {
        return blocks("python");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandFindsSomething(String command) {
        Program.Result result = Program.named("bash", "bash").run("-euo", "pipefail", "-c", here(command));

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("ivo://", "obs_publisher_did").doesNotContain("Error", "Fault");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptFindsSomething(String script) {
        Program.Result result = Program.python().run("-c", here(script));

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).containsPattern("(?m)^[1-9][0-9]* ivo://");
    }

    private static String here(String text) {
        return text.replace(SITE, SERVER.url(""));
    }

    private static List<String> blocks(String language) throws IOException {
        String page = Files.readString(PAGE);
        String searches = page.substring(page.indexOf("\n## Cone search\n"), page.indexOf("\n## In a browser\n"));
        List<String> blocks = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(searches)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(blocks).hasSize(2);
        return blocks;
    }
}
