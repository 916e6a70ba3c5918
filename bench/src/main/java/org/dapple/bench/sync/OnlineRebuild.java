package org.dapple.bench.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.dapple.bench.client.TapConnection;
import org.dapple.bench.lab.Report;
import org.dapple.bench.lab.Sample;
import org.dapple.bench.lab.ServerProcess;
import org.dapple.dbinit.sync.Rebuild;

/** All DIDs are derived anew in batches, while a server answers small queries one after the other. */
record OnlineRebuild(Writer writer, int rows, Path folder) {

    private static final int BEFORE = 2000;

    Report.Line measure() throws IOException, SQLException {
        writer.fill();
        List<String> dids = writer.database().publisherDids(BEFORE);
        try (ServerProcess server =
                        ServerProcess.start(writer.database(), List.of("-Xmx256m"), folder.resolve("server.log"));
                TapConnection client = new TapConnection(server.port())) {
            List<Double> before = new ArrayList<>();
            for (int i = 0; i < BEFORE; i++) {
                before.add(millis(client, dids.get(i)));
            }
            CompletableFuture<Double> rebuild = CompletableFuture.supplyAsync(this::rebuild);
            List<Double> meanwhile = new ArrayList<>();
            while (!rebuild.isDone()) {
                meanwhile.add(millis(client, dids.get(meanwhile.size() % BEFORE)));
            }
            return line(rebuild.join(), Sample.of(before.subList(BEFORE / 2, BEFORE)), Sample.of(meanwhile));
        }
    }

    private double rebuild() {
        try {
            long begin = System.nanoTime();
            Rebuild.run(writer.connection(), derived -> {});
            return (System.nanoTime() - begin) / 1e9;
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static double millis(TapConnection client, String did) throws IOException {
        String query = "SELECT * FROM ivoa.obscore WHERE obs_publisher_did = '" + did.replace("'", "''") + "'";
        return client.sync(Map.of("QUERY", query)).nanos() / 1e6;
    }

    private Report.Line line(double seconds, Sample before, Sample meanwhile) {
        return new Report.Line(
                "rebuild of %,d DIDs in batches while the server answers".formatted(rows),
                "%.2f s".formatted(seconds),
                "",
                "",
                "—",
                "%,.0f DIDs/s; %,d small queries meanwhile, median %.2f ms, 99 %% within %.2f ms, longest %.0f ms; before, median %.2f ms"
                        .formatted(
                                rows / seconds,
                                meanwhile.sorted().size(),
                                meanwhile.median(),
                                meanwhile.sorted().get(meanwhile.sorted().size() * 99 / 100),
                                meanwhile.greatest(),
                                before.median()));
    }
}
