package org.dapple.adql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dapple.testkit.Program;

/**
 * One line of reference/*.txt: {@code ADQL => Python}, or {@code N times: ADQL => Python} with names in braces that {@link RandomSky} fills in.
 * A line {@code tolerance T} says how far numbers below it may differ: by T, or T times the number when that is more.
 *
 * @param expected what reference.py says to each expression
 */
record ReferenceCase(String line, double tolerance, List<String> expressions, List<String> expected) {
    private static final Path FOLDER = Path.of("src/test/resources/reference");
    private static final Pattern LINE = Pattern.compile("(?:(\\d+) times: )?(.*) => (.*)");

    @Override
    public String toString() {
        return line;
    }

    /** All lines of all files. */
    static List<ReferenceCase> all() {
        List<Line> lines = new ArrayList<>();
        for (Path file : files()) {
            lines.addAll(lines(file));
        }
        List<String> python =
                lines.stream().flatMap(line -> line.python.stream()).toList();
        Iterator<String> answers = answers(python).iterator();
        return lines.stream()
                .map(line -> new ReferenceCase(
                        line.text,
                        line.tolerance,
                        line.adql,
                        line.python.stream().map(p -> answers.next()).toList()))
                .toList();
    }

    private record Line(String text, double tolerance, List<String> adql, List<String> python) {}

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> lines(Path file) {
        RandomSky random = new RandomSky();
        List<Line> lines = new ArrayList<>();
        double tolerance = 0;
        for (String line : read(file)) {
            if (line.startsWith("tolerance ")) {
                tolerance = Double.parseDouble(line.substring("tolerance ".length()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(line(line, tolerance, random));
            }
        }
        return lines;
    }

    private static Line line(String text, double tolerance, RandomSky random) {
        Matcher parts = LINE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Expected ADQL => Python: " + text);
        }
        int times = parts.group(1) == null ? 1 : Integer.parseInt(parts.group(1));
        Line line = new Line(text, tolerance, new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < times; i++) {
            Map<String, String> values = parts.group(1) == null ? Map.of() : random.next();
            line.adql.add(filled(parts.group(2), values));
            line.python.add(filled(parts.group(3), values));
        }
        return line;
    }

    private static String filled(String template, Map<String, String> values) {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return text;
    }

    private static List<String> answers(List<String> python) {
        try {
            Path questions = Files.createTempFile("reference", ".txt");
            Files.write(questions, python);
            Program.Result result =
                    Program.python().run(FOLDER.resolve("reference.py").toString(), questions.toString());
            Files.delete(questions);
            List<String> answers = Arrays.asList(result.output().split("\n"));
            if (result.exitCode() != 0 || answers.size() != python.size()) {
                throw new AssertionError("reference.py: " + result.output());
            }
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
