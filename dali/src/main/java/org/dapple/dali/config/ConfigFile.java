package org.dapple.dali.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings in a file, a {@code NAME=value} a line, as systemd's {@code EnvironmentFile} and Docker's {@code --env-file} have them, so that
 * one file serves them all. Lines that begin with {@code #} are comments; one pair of quotes around a value is taken off.
 */
final class ConfigFile {

    private static final Pattern LINE = Pattern.compile("\\s*(DAPPLE_[A-Z0-9_]+)\\s*=\\s*(.*?)\\s*");
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"|'(.*)'");

    private final String name;
    private final List<String> problems;
    private final Map<String, String> settings = new HashMap<>();

    private ConfigFile(String name, List<String> problems) {
        this.name = name;
        this.problems = problems;
    }

    /** What the file says; what is wrong with it is added to the problems, with the number of the line. */
    static Map<String, String> read(String name, List<String> problems) {
        ConfigFile file = new ConfigFile(name, problems);
        try {
            List<String> lines = Files.readAllLines(Path.of(name));
            for (int i = 0; i < lines.size(); i++) {
                file.line(i + 1, lines.get(i));
            }
        } catch (IOException | InvalidPathException e) {
            problems.add("DAPPLE_CONFIG_FILE names a file that cannot be read as text: " + name);
        }
        return file.settings;
    }

    private void line(int number, String line) {
        if (line.isBlank() || line.stripLeading().startsWith("#")) {
            return;
        }
        Matcher setting = LINE.matcher(line);
        if (!setting.matches()) {
            problem(number, "is not of the form DAPPLE_NAME=value: " + shortened(line.strip()));
        } else if (settings.putIfAbsent(setting.group(1), unquoted(setting.group(2))) != null) {
            problem(number, "sets " + setting.group(1) + " a second time");
        }
    }

    private void problem(int number, String what) {
        problems.add("line %d of %s %s".formatted(number, name, what));
    }

    /** No value is shown, as it may be a secret. */
    private static String shortened(String line) {
        int end = line.indexOf('=');
        String shown = end < 0 ? line : line.substring(0, end);
        return shown.length() <= 40 ? shown : shown.substring(0, 40) + "…";
    }

    private static String unquoted(String value) {
        Matcher quoted = QUOTED.matcher(value);
        return !quoted.matches() ? value : quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
    }
}
