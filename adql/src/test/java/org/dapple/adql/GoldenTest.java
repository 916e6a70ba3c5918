package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dapple.adql.check.AdqlChecker;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.adql.resolved.OutputColumn;
import org.dapple.adql.sql.PgSphereTranslator;
import org.dapple.adql.sql.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * ADQL and the SQL that becomes of it, case by case in golden/*.txt: a line {@code # title}, the ADQL, {@code =>}, the SQL, {@code columns:}, the
 * output. -Dgolden.update=true writes what the code says now behind each ADQL.
 */
class GoldenTest {
    private static final Pattern CASE = Pattern.compile("^# ", Pattern.MULTILINE);
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    record Case(String title, String adql, String expected) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Case> cases() {
        return files().flatMap(file -> read(file).stream());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsWhatTheTranslatorSays(Path file) throws IOException {
        String now = read(file).stream().map(GoldenTest::write).collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, now);
        }
        assertThat(now).isEqualTo(Files.readString(file));
    }

    @Test
    void titlesAreUnique() {
        assertThat(cases().map(Case::title)).doesNotHaveDuplicates();
    }

    private static String write(Case one) {
        return "# " + one.title() + "\n" + one.adql() + "\n=>\n" + translated(one.adql());
    }

    private static String translated(String adql) {
        Sql sql = PgSphereTranslator.translate(new AdqlChecker(Sky.CATALOG).check(AdqlParser.parse(adql)));
        return sql.text() + "\n"
                + sql.columns().stream().map(GoldenTest::words).collect(Collectors.joining(", ", "columns: ", "\n"));
    }

    private static String words(OutputColumn column) {
        String unit = column.unit() == null ? "" : " [" + column.unit() + "]";
        return column.name() + " " + column.type() + unit;
    }

    static List<Case> read(Path file) {
        try {
            List<Case> cases = new ArrayList<>();
            for (String part : CASE.split(Files.readString(file), -1)) {
                if (!part.isBlank()) {
                    cases.add(parse(part));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case parse(String part) {
        String[] halves = part.split("\n=>\n", 2);
        String[] titleAndAdql = halves[0].split("\n", 2);
        String expected = halves.length > 1 ? halves[1] : "";
        return new Case(titleAndAdql[0], titleAndAdql[1].strip(), expected);
    }
}
