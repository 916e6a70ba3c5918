package org.dapple.dali.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads typed values out of environment variables and remembers what cannot be read; an empty variable counts as absent. */
public final class Environment {

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    /** The environment of this process, or what stands for it. */
    public Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
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
        String value = variables.getOrDefault(name, "").strip();
        return value.isEmpty() ? absent : value;
    }

    /** A whole number of the range of an int. */
    public long number(String name, long absent) {
        String value = text(name, null);
        try {
            return value == null ? absent : Math.toIntExact(Long.parseLong(value));
        } catch (NumberFormatException | ArithmeticException e) {
            problems.add(name + " must be a whole number below 2147483648 and is \"" + value + "\"");
            return absent;
        }
    }

    /** True or false, in any case. */
    public boolean flag(String name, boolean absent) {
        String value = text(name, String.valueOf(absent));
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            problems.add(name + " must be true or false and is \"" + value + "\"");
        }
        return value.equalsIgnoreCase("true");
    }

    /** A time given in seconds, to the millisecond. */
    public Duration seconds(String name, Duration absent) {
        String value = text(name, null);
        try {
            return value == null ? absent : Duration.ofMillis(Math.round(1000 * Double.parseDouble(value)));
        } catch (NumberFormatException e) {
            problems.add(name + " must be a number of seconds and is \"" + value + "\"");
            return absent;
        }
    }

    /** A URL, or null where there is none. */
    public URI uri(String name) {
        String value = text(name, null);
        try {
            return value == null ? null : new URI(value);
        } catch (URISyntaxException e) {
            problems.add(name + " must be a URL and is \"" + value + "\"");
            return null;
        }
    }

    /** The variable itself, or the first line of the file that NAME_FILE names, or empty. */
    public String secret(String name) {
        String file = text(name + "_FILE", null);
        if (file == null) {
            return text(name, "");
        }
        try {
            return Files.readString(Path.of(file)).lines().findFirst().orElse("");
        } catch (IOException | InvalidPathException e) {
            problems.add(name + "_FILE names a file that cannot be read: " + file);
            return "";
        }
    }
}
