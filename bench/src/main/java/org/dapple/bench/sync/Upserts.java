package org.dapple.bench.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dapple.bench.client.PgProgram;
import org.dapple.bench.lab.Report;
import org.dapple.bench.lab.Sample;

/**
 * Eight clients that set one key of one DID in each transaction, with the triggers and without. Each sends what Rucio's
 * plugin sends for it: psycopg begins a transaction, has the upsert prepared after a few times, and commits.
 *
 * @param key what they set
 * @param makes what comes of it, in words
 */
record Upserts(Writer writer, String key, String makes) {

    private static final int SECONDS = 5;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private static final String SCRIPT = """
            \\set i random(1, 10000)
            \\set t random(1, 1000000)
            BEGIN;
            INSERT INTO rucio.dids (scope, name, vo, data) VALUES ('upserts', 'n' || (:i)::int, 'def', jsonb_build_object('%s', (:t)::int)) \
            ON CONFLICT (scope, name) DO UPDATE SET data = dids.data || EXCLUDED.data;
            COMMIT;
            """;

    /** @param metadataIndex whether rucio.dids has the index on all metadata, with the triggers and without */
    Report.Line measure(int pairs, boolean metadataIndex) throws IOException, SQLException {
        writer.empty();
        writer.indexMetadata(metadataIndex);
        writer.run("INSERT INTO rucio.dids (vo, scope, name, data)"
                + " SELECT vo, 'upserts', 'n' || row_number() OVER (), data FROM bench.source LIMIT 10000");
        writer.run("VACUUM ANALYZE rucio.dids, ivoa.obscore");
        Path script = Files.writeString(Files.createTempFile("dapple-bench-", ".sql"), SCRIPT.formatted(key));
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
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
                "8 clients that set one key of a DID in a transaction, which makes " + makes
                        + (metadataIndex ? ", with the index on all metadata" : ""),
                "%,.0f/s".formatted(Sample.of(with).median()),
                "%,.0f/s (without triggers)".formatted(Sample.of(without).median()),
                Report.spread(Sample.of(ratios)),
                "≥ 0.7",
                "%d s each".formatted(SECONDS));
    }

    /** @param role of the sessions in replication: no triggers fire for a replica */
    private double rate(Path script, String role) throws IOException {
        PgProgram plain = writer.database().program("pgbench");
        Map<String, String> environment = new LinkedHashMap<>(plain.environment());
        environment.put("PGOPTIONS", "-c session_replication_role=" + role);
        String said = new PgProgram(plain.path(), environment)
                .run("-n", "-M", "prepared", "-c", "8", "-j", "2", "-T", "" + SECONDS, "-f", script.toString());
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IOException("pgbench tells no rate: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }
}
