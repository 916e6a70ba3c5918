package org.dapple.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Unmatched;

/** Runs JMH with the arguments as they are. */
@Command(name = "jmh", description = "Run benchmarks of JMH by name, such as AdqlBench; -h shows JMH's own options.")
final class JmhCommand implements Callable<Integer> {

    @Unmatched
    private final List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        org.openjdk.jmh.Main.main(arguments.toArray(String[]::new));
        return ExitCode.OK;
    }
}
