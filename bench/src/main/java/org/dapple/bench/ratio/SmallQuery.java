package org.dapple.bench.ratio;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dapple.bench.client.TapConnection;
import org.dapple.bench.lab.PooledQueries;
import org.dapple.bench.lab.Sample;
import org.dapple.bench.lab.Task;

/** All columns of the row of one DID, which an index finds: every query is another one. */
final class SmallQuery {

    private static final int WARM_UP = 3000;
    private static final int QUERIES = 2000;
    private static final String GOAL = "2.0 ms more";

    private SmallQuery() {}

    static String adql(String did) {
        return "SELECT * FROM ivoa.obscore WHERE obs_publisher_did = '" + did.replace("'", "''") + "'";
    }

    static Map<String, String> request(String did) {
        return Map.of("QUERY", adql(did));
    }

    /** One after the other, in turns with the same SQL through a pooled connection. */
    static void measure(Lab lab) throws IOException, SQLException {
        List<String> dids = lab.database().publisherDids(WARM_UP + QUERIES);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        try (TapConnection client = new TapConnection(lab.server().port());
                PooledQueries jdbc = lab.database().pooledQueries()) {
            for (String did : dids) {
                String select = lab.sql(adql(did));
                ours.add(client.sync(request(did)).nanos() / 1e6);
                theirs.add(1e3 * ((Task) () -> jdbc.run(select)).seconds());
            }
        }
        Sample service = Sample.of(ours.subList(WARM_UP, ours.size()));
        Sample alone = Sample.of(theirs.subList(WARM_UP, theirs.size()));
        lab.report()
                .line(
                        "one DID by index, as VOTable",
                        "%.2f ms".formatted(service.median()),
                        "%.2f ms (JDBC, pooled)".formatted(alone.median()),
                        "%.2f ms more".formatted(service.median() - alone.median()),
                        "≤ " + GOAL,
                        "medians of %,d queries".formatted(QUERIES));
    }
}
