package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dapple.testkit.Program;
import org.junit.jupiter.api.Test;

/** A lint of the repository itself. */
class RepositoryTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int LONGEST_FILE = 400;

    /** Names that say nothing about what a class is for. */
    private static final Pattern HOLLOW_NAME =
            Pattern.compile("(Abstract|Base)[A-Z].*|.*(Impl|Manager|Util|Utils|Helper)");

    /** Written so that this line is no marker itself. */
    private static final Pattern MARKER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    @Test
    void noFileIsLong() throws IOException {
        assertThat(files(".java", ".sql", ".g4").filter(file -> lines(file).size() > LONGEST_FILE))
                .isEmpty();
    }

    @Test
    void everyPackageSaysInOneSentenceWhatItIs() throws IOException {
        assertThat(files(".java")
                        .filter(file -> file.toString().contains("/src/main/java/"))
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
                .isEmpty();
    }

    @Test
    void nothingIsLeftOver() throws IOException {
        assertThat(files(".java", ".sql", ".g4", ".xml", ".md", ".py").flatMap(file -> marked(file)))
                .isEmpty();
    }

    @Test
    void classNamesSayWhatTheyAre() throws IOException {
        assertThat(files(".java")
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .filter(HOLLOW_NAME.asMatchPredicate())
                        .filter(name -> !name.startsWith("BaseUrl")))
                .isEmpty();
    }

    @Test
    void noTestIsSkipped() throws IOException {
        var skipping = Pattern.compile("@Dis" + "abled|\\bassu" + "me(That|True|False)\\(|Assum" + "ptions");
        assertThat(files(".java").filter(file -> skipping.matcher(text(file)).find()))
                .isEmpty();
    }

    @Test
    void architectureDescribesTheModulesOfTheBuildInTheirOrder() {
        var built = found(ROOT.resolve("pom.xml"), "<module>([^<]+)</module>");
        var described = found(ROOT.resolve("ARCHITECTURE.md"), "(?m)^\\| `([a-z-]+)` \\|");
        assertThat(described).startsWith(built.toArray(String[]::new));
    }

    @Test
    void theLicenceIsApache2() {
        assertThat(text(ROOT.resolve("LICENSE"))).contains("Apache License", "Version 2.0");
    }

    @Test
    void shellScriptsAreClean() {
        var check = Program.named("shellcheck", "shellcheck")
                .run(ROOT.resolve("dapple").toString(), ROOT.resolve(".ci/run").toString());
        assertThat(check).isEqualTo(new Program.Result(0, ""));
    }

    private static Stream<String> marked(Path file) {
        return lines(file).stream()
                .filter(MARKER.asPredicate())
                .map(line -> ROOT.relativize(file) + ": " + line.strip());
    }

    private static List<String> found(Path file, String pattern) {
        Function<MatchResult, String> group = match -> match.group(1);
        return Pattern.compile(pattern).matcher(text(file)).results().map(group).toList();
    }

    /** The files that people wrote, not those that a build or a run made. */
    private static Stream<Path> files(String... endings) throws IOException {
        try (var tree = Files.walk(ROOT)) {
            return tree
                    .filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings)
                            .anyMatch(ending -> file.toString().endsWith(ending)))
                    .filter(file -> !ROOT.relativize(file)
                            .toString()
                            .matches("(.*/)?(target|\\.git|\\.dapple|node_modules)/.*"))
                    .toList()
                    .stream();
        }
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
