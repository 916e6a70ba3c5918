package org.dapple.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dapple.adql.AdqlException;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.param.Parameters;
import org.dapple.standalone.db.DatabaseAccess;
import org.dapple.standalone.db.DatabaseSource;
import org.dapple.standalone.state.Problem;
import org.dapple.tap.Wiring;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.explain.Explanation;
import org.dapple.tap.query.TapRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What would become of a query, or where it is wrong; the service itself is not asked, only its database. */
@Command(
        name = "adql",
        description =
                "Print the SQL, the output columns and the plan of a query without running it, or where it is wrong.",
        mixinStandardHelpOptions = true)
final class AdqlCommand implements Callable<Integer> {

    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @picocli.CommandLine.Parameters(paramLabel = "QUERY", description = "ADQL in quotes; - for standard input.")
    private String query;

    @Option(names = "--lang", paramLabel = "LANG", description = "ADQL (the default), ADQL-2.0 or ADQL-2.1.")
    private String language = "ADQL";

    AdqlCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        DatabaseAccess owner = DatabaseSource.of(settings.state())
                .running()
                .orElseThrow(() -> new Problem("Dapple is not running: ./dapple up"));
        String adql = query.equals("-") ? standardInput() : query;
        try {
            var out = spec.commandLine().getOut();
            out.print(ExplanationText.of(explanation(adql, owner)));
            out.flush();
            return ExitCode.OK;
        } catch (AdqlException e) {
            var err = spec.commandLine().getErr();
            err.print("dapple: " + e.getMessage() + "\n" + Excerpt.of(adql, e));
            err.flush();
            return ExitCode.SOFTWARE;
        } catch (ServiceFault e) {
            throw new Problem(e.getMessage(), e);
        }
    }

    private Explanation explanation(String adql, DatabaseAccess owner) {
        var request = TapRequest.of(Parameters.of(Map.of("QUERY", List.of(adql), "LANG", List.of(language))));
        try (var wiring = new Wiring(tapSettings(owner))) {
            return wiring.explainService().explain(request.query(), request.version());
        }
    }

    /** The owner may become the role that queries run as, like the service's own role. */
    private static TapSettings tapSettings(DatabaseAccess owner) {
        return TapSettings.fromEnvironment(Map.of(
                "DAPPLE_DATABASE_URL", owner.jdbcUrl(),
                "DAPPLE_DATABASE_USER", owner.user(),
                "DAPPLE_DATABASE_PASSWORD", owner.password()));
    }

    private static String standardInput() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
