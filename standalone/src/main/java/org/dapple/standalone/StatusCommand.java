package org.dapple.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dapple.standalone.db.DatabaseSource;
import org.dapple.standalone.state.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is running, and what is in it. */
@Command(name = "status", description = "Say where it listens, which versions run, and how many DIDs there are.")
final class StatusCommand implements Callable<Integer> {

    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    StatusCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        var status = Status.of(settings.state().server(), report());
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(status));
        } else {
            out.print(status.forReading());
        }
        out.flush();
        return 0;
    }

    /** What the database says; a database that does not answer is part of the status, not a failure to report it. */
    private Optional<Status.Database> report() {
        try {
            return DatabaseSource.of(settings.state()).running().map(Status.Database::of);
        } catch (Problem e) {
            spec.commandLine().getErr().println("dapple: " + e.getMessage());
            return Optional.empty();
        }
    }
}
