package org.dapple.dali.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs that tests read results back with; a missing one fails the test. */
public final class Program {

    /** What a program said on both its outputs. */
    public record Outcome(int exitCode, String output) {}

    private Program() {}

    /** The linter of STIL. */
    public static Outcome votlint(String file) {
        return run("stilts", List.of("stilts", "votlint", "votable=" + file));
    }

    /** A Python script that uses astropy. */
    public static Outcome astropy(String script, String argument) {
        return run("python3-astropy", List.of("/usr/bin/python3", script, argument));
    }

    /** A Python script that needs nothing else. */
    public static Outcome python(String script, String argument) {
        return run("python3", List.of("/usr/bin/python3", script, argument));
    }

    /** A VOTable as STIL reads it, as comma-separated values. */
    public static Outcome stil(String file) {
        return stil("votable", file);
    }

    /** A table of another format as STIL reads it, as comma-separated values. */
    public static Outcome stil(String format, String file) {
        return run("stilts", List.of("stilts", "tcopy", "ifmt=" + format, "ofmt=csv", file, "-"));
    }

    /** What STIL knows of the columns of a table. */
    public static Outcome stilColumns(String format, String file) {
        return run("stilts", List.of("stilts", "tpipe", "ifmt=" + format, "in=" + file, "omode=meta"));
    }

    private static Outcome run(String debianPackage, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException missing) {
            throw new AssertionError(
                    "cannot run %s: install the Debian package %s".formatted(command.get(0), debianPackage), missing);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
