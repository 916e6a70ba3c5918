package org.dapple.dali.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Reads typed values out of environment variables, and out of the file that DAPPLE_CONFIG_FILE names for what they do not say; remembers what
 * cannot be read, and what it was asked for. An empty variable counts as absent.
 */
public final class Environment {

    private static final String CONFIG_FILE = "DAPPLE_CONFIG_FILE";

    private final Map<String, String> variables;
    private final Map<String, String> asked = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /** The environment of this process, or what stands for it. */
    public Environment(Map<String, String> variables) {
        this.variables = new HashMap<>(variables);
        this.variables.values().removeIf(String::isBlank);
        String file = text(CONFIG_FILE, null);
        if (file != null) {
            ConfigFile.read(file, problems).forEach(this.variables::putIfAbsent);
        }
    }

    /** The names that were asked for so far, each with its default as it would be written; empty where there is none. */
    public Map<String, String> asked() {
        return Map.copyOf(asked);
    }

    /**
     * What {@code settings} makes.
     *
     * @throws InvalidSettingsException when it, or a variable read by it, is wrong: all these problems together
     */
    public <S> S judge(Supplier<S> settings) {
        S judged = null;
        try {
            judged = settings.get();
        } catch (InvalidSettingsException e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        return judged;
    }

    /** The text without blanks around it. */
    public String text(String name, String absent) {
        String value = value(name, absent);
        return value == null ? absent : value;
    }

    /** A whole number of the range of an int. */
    public long number(String name, long absent) {
        String value = value(name, absent);
        try {
            return value == null ? absent : Math.toIntExact(Long.parseLong(value));
        } catch (NumberFormatException | ArithmeticException e) {
            problems.add(name + " must be a whole number below 2147483648 and is \"" + value + "\"");
            return absent;
        }
    }

    /** True or false, in any case. */
    public boolean flag(String name, boolean absent) {
        String value = Objects.requireNonNullElse(value(name, absent), String.valueOf(absent));
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            problems.add(name + " must be true or false and is \"" + value + "\"");
        }
        return value.equalsIgnoreCase("true");
    }

    /** A time given in seconds, to the millisecond. */
    public Duration seconds(String name, Duration absent) {
        String value = value(name, absent.toSeconds());
        try {
            return value == null ? absent : Duration.ofMillis(Math.round(1000 * Double.parseDouble(value)));
        } catch (NumberFormatException e) {
            problems.add(name + " must be a number of seconds and is \"" + value + "\"");
            return absent;
        }
    }

    /** A URL, or null where there is none. */
    public URI uri(String name) {
        String value = value(name, null);
        try {
            return value == null ? null : new URI(value);
        } catch (URISyntaxException e) {
            problems.add(name + " must be a URL and is \"" + value + "\"");
            return null;
        }
    }

    private String value(String name, Object absent) {
        asked.putIfAbsent(name, Objects.toString(absent, ""));
        String value = variables.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    /** The variable itself, or the first line of the file that NAME_FILE names, or empty. */
    public String secret(String name) {
        String value = text(name, "");
        String file = text(name + "_FILE", null);
        if (file == null) {
            return value;
        }
        try {
            return Files.readString(Path.of(file)).lines().findFirst().orElse("");
        } catch (IOException | InvalidPathException e) {
            problems.add(name + "_FILE names a file that cannot be read: " + file);
            return "";
        }
    }
}
