package org.dapple.standalone;

import java.util.Map;
import org.dapple.dali.config.InvalidSettingsException;
import org.dapple.embedded.postgres.PostgresException;
import org.dapple.standalone.db.RolePasswords;
import org.dapple.standalone.state.Problem;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code ./dapple}'s commands. Exit codes: 0 done, 1 it did not work, 2 it was called wrongly. */
@Command(
        name = "dapple",
        description = "A Rucio data lake in the Virtual Observatory.",
        mixinStandardHelpOptions = true)
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(run(System.getenv(), arguments));
    }

    static int run(Map<String, String> environment, String... arguments) {
        try {
            return commands(Settings.from(environment), RolePasswords.of(environment))
                    .execute(arguments);
        } catch (Problem e) {
            System.err.println("dapple: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    static CommandLine commands(Settings settings, RolePasswords passwords) {
        return new CommandLine(new Main())
                .addSubcommand(new UpCommand(settings))
                .addSubcommand(new DownCommand(settings))
                .addSubcommand(new StatusCommand(settings))
                .addSubcommand(new LoadCommand(settings))
                .addSubcommand(new AdqlCommand(settings))
                .addSubcommand(new CommandLine(new SyncCommand(settings)).addSubcommand(new ReconcileCommand(settings)))
                .addSubcommand(new MappingCommand(settings))
                .addSubcommand(new ConnectionCommand(settings))
                .addSubcommand(new InitCommand(settings, passwords))
                .addSubcommand(new ServeCommand(settings))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
    }

    private static int report(Exception failure, CommandLine command) throws Exception {
        if (!(failure instanceof Problem
                || failure instanceof PostgresException
                || failure instanceof InvalidSettingsException)) {
            throw failure;
        }
        command.getErr().println("dapple: " + failure.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
