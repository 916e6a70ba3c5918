package org.dapple.bench.ratio;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dapple.bench.client.TapConnection;
import org.dapple.bench.lab.Sample;

/** The DIDs whose metadata have a value under a key, which the index on all metadata finds: every query is another one. */
final class MetadataQuery {

    private static final int WARM_UP = 1000;
    private static final int QUERIES = 1000;

    private MetadataQuery() {}

    private static String adql(String observation) {
        return "SELECT scope, name FROM rucio.dids WHERE rucio_meta_has(data, 'obs_id', '"
                + observation.replace("'", "''") + "') = 1";
    }

    /** One after the other; and how PostgreSQL finds the last of them. */
    static void measure(Lab lab) throws IOException, SQLException {
        lab.database().indexMetadata();
        List<String> observations = lab.database().observations(WARM_UP + QUERIES);
        List<Double> millis = new ArrayList<>();
        try (TapConnection client = new TapConnection(lab.server().port())) {
            for (String observation : observations) {
                millis.add(client.sync(Map.of("QUERY", adql(observation))).nanos() / 1e6);
            }
        }
        Sample service = Sample.of(millis.subList(WARM_UP, millis.size()));
        lab.report()
                .line(
                        "rucio_meta_has(data, 'obs_id', …) among %,d DIDs".formatted(lab.rows()),
                        "%.2f ms".formatted(service.median()),
                        "",
                        "",
                        "≤ 5 ms",
                        "median of %,d queries, 99 %% within %.2f ms; %s"
                                .formatted(
                                        QUERIES,
                                        service.sorted().get(QUERIES * 99 / 100),
                                        plan(lab, lab.sql(adql(observations.get(0))))));
    }

    /** The lines of EXPLAIN ANALYZE. */
    private static String plan(Lab lab, String sql) throws SQLException {
        try (Connection connection = lab.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN (ANALYZE, COSTS OFF) " + sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1).strip());
            }
            return "`" + String.join("; ", lines).replace("|", "\\|") + "`";
        }
    }
}
