package org.dapple.bench.links;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dapple.bench.lab.BenchDatabase;
import org.dapple.bench.lab.ServerProcess;
import org.dapple.dali.did.PublisherDid;
import org.dapple.testkit.TestRucio;

/**
 * A database, and a Rucio of its own process that has three replicas of each DID.
 *
 * @param dids publisher DIDs that both know, each once
 */
record Lake(BenchDatabase database, TestRucio rucio, List<PublisherDid> dids, Path log, List<String> jvmOptions)
        implements AutoCloseable {

    private static final int RSES = 12;
    private static final int REPLICAS = 3;

    private static final String FILE = """
            {"scope": "%1$s", "name": "%2$s", "bytes": 1048576, "md5": null, "adler32": "0a1b2c3d", "pfns": {%3$s},
             "rses": {}, "states": {%4$s}, "parents": []}""";

    static Lake of(BenchDatabase database, int count, Path log, List<String> jvmOptions) throws SQLException {
        List<PublisherDid> dids = database.publisherDids(count).stream()
                .map(did -> PublisherDid.parse(did).orElseThrow())
                .toList();
        TestRucio rucio = new TestRucio();
        for (int rse = 0; rse < RSES; rse++) {
            rucio.addRse(
                    "{\"rse\": \"RSE_%d\", \"rse_type\": \"DISK\", \"availability_read\": true, \"latitude\": %d, \"longitude\": %d}"
                            .formatted(rse, 10 * rse - 60, 30 * rse - 170),
                    "{\"site\": \"SITE_%d\"}".formatted(rse));
        }
        for (int i = 0; i < dids.size(); i++) {
            rucio.addFile(file(dids.get(i), i));
        }
        return new Lake(database, rucio, dids, log, jvmOptions);
    }

    private static String file(PublisherDid did, int number) {
        StringBuilder pfns = new StringBuilder();
        StringBuilder states = new StringBuilder();
        for (int i = 0; i < REPLICAS; i++) {
            String rse = "RSE_" + (number + i) % RSES;
            String comma = i == 0 ? "" : ", ";
            pfns.append(
                    "%s\"davs://%s.example.org:443/lake/%s/%s\": {\"rse\": \"%s\", \"type\": \"DISK\", \"domain\": \"wan\", \"priority\": %d, \"volatile\": false, \"client_extract\": false}"
                            .formatted(comma, rse.replace('_', '-'), did.scope(), did.name(), rse, i + 1));
            states.append("%s\"%s\": \"AVAILABLE\"".formatted(comma, rse));
        }
        return FILE.formatted(did.scope(), did.name(), pfns, states);
    }

    /** A server that asks this Rucio, with these settings besides. */
    ServerProcess serve(Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of(
                "DAPPLE_REPLICA_CATALOGUES",
                "rucio",
                "DAPPLE_RUCIO_URL",
                rucio.url(),
                "DAPPLE_RUCIO_ACCOUNT",
                "dapple",
                "DAPPLE_RUCIO_USER",
                TestRucio.USER,
                "DAPPLE_RUCIO_PASSWORD",
                TestRucio.PASSWORD));
        all.putAll(settings);
        return ServerProcess.start(database, jvmOptions, log, all);
    }

    @Override
    public void close() {
        rucio.close();
    }
}
