package org.dapple.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dapple.standalone.db.RolePasswords;
import org.dapple.standalone.state.StateFolder;

/** A Dapple with a state folder of its own, on which a test runs commands; closing it stops and removes everything. */
final class Installation implements AutoCloseable {

    private static final Pattern EXPORT = Pattern.compile("(?m)^export ([A-Z_]+)='([^']*)'$");

    private final Path home;
    private final String port;

    private Installation(Path home, String port) {
        this.home = home;
        this.port = port;
    }

    /** What a command left: its exit code, and its answer or complaint. */
    record Outcome(int exitCode, String output, String errors) {}

    /** A new one whose server takes any free port. */
    static Installation fresh() {
        return onPort(0);
    }

    /** A new one whose server wants a port. */
    static Installation onPort(int port) {
        try {
            // The account of the server must be able to reach the cluster in it.
            var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x"));
            return new Installation(Files.createTempDirectory("dapple-home-", permissions), Integer.toString(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StateFolder state() {
        return new StateFolder(home);
    }

    Outcome run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** With more variables in the environment. */
    Outcome run(Map<String, String> more, String... arguments) {
        var output = new StringWriter();
        var errors = new StringWriter();
        var settings = Settings.from(Map.of("DAPPLE_HOME", home.toString(), "DAPPLE_PORT", port));
        var exitCode = Main.commands(settings, RolePasswords.of(more))
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
        return new Outcome(exitCode, output.toString(), errors.toString());
    }

    /** What {@code connection} tells programs, by the names of the variables. */
    Map<String, String> connection() {
        var variables = new HashMap<String, String>();
        var matcher = EXPORT.matcher(run("connection").output());
        while (matcher.find()) {
            variables.put(matcher.group(1), matcher.group(2));
        }
        return variables;
    }

    @Override
    public void close() {
        run("down");
        try (var tree = Files.walk(home)) {
            for (var path : List.copyOf(tree.sorted(Comparator.reverseOrder()).toList())) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
