package org.dapple.bench.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.dapple.bench.lab.Report;
import org.dapple.bench.lab.Sample;

/**
 * Clients that set one key of one DID in each transaction, with the triggers and without.
 *
 * @param clients who they are
 * @param key what they set
 * @param makes what comes of it, in words
 */
record Upserts(Writer writer, UpsertClients clients, String key, String makes) {

    /** @param metadataIndex whether rucio.dids has the index on all metadata, with the triggers and without */
    Report.Line measure(int pairs, boolean metadataIndex) throws IOException, SQLException {
        writer.empty();
        writer.indexMetadata(metadataIndex);
        writer.run("INSERT INTO rucio.dids (vo, scope, name, data)"
                + " SELECT vo, 'upserts', 'n' || row_number() OVER (), data FROM bench.source LIMIT 10000");
        writer.run("VACUUM ANALYZE rucio.dids, ivoa.obscore");
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        Path script = clients.script();
        try {
            rate(script, "origin");
            for (int i = 0; i < pairs; i++) {
                with.add(rate(script, "origin"));
                without.add(rate(script, "replica"));
                ratios.add(with.get(i) / without.get(i));
            }
        } finally {
            Files.delete(script);
        }
        return new Report.Line(
                clients + " that set one key of a DID in a transaction, which makes " + makes
                        + (metadataIndex ? ", with the index on all metadata" : ""),
                "%,.0f/s".formatted(Sample.of(with).median()),
                "%,.0f/s (without triggers)".formatted(Sample.of(without).median()),
                Report.spread(Sample.of(ratios)),
                "≥ 0.7",
                UpsertClients.SECONDS + " s each");
    }

    private double rate(Path script, String role) throws IOException {
        return clients.rate(writer.database(), script, key, role);
    }
}
