package org.dapple.bench;

import org.dapple.bench.links.DataLinkCommand;
import org.dapple.bench.ratio.RatiosCommand;
import org.dapple.bench.soak.SoakCommand;
import org.dapple.bench.sync.SyncCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code benchmarks.jar}. */
@Command(
        name = "benchmarks",
        description = "What is claimed about speed, measured (docs/benchmarks.md).",
        mixinStandardHelpOptions = true)
final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .addSubcommand(new RatiosCommand())
                .addSubcommand(new DataLinkCommand())
                .addSubcommand(new JmhCommand())
                .addSubcommand(new SoakCommand())
                .addSubcommand(new SyncCommand())
                .execute(arguments));
    }
}
