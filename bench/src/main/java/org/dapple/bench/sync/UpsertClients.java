package org.dapple.bench.sync;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dapple.bench.client.PgProgram;
import org.dapple.bench.lab.BenchDatabase;

/** Eight clients, each of which sets one key of one DID in a transaction again and again. */
enum UpsertClients {

    /** What Rucio's plugin does, with the library that it uses (Debian: python3-psycopg). */
    RUCIO("8 clients like Rucio's plugin", "rucio_upserts.py") {
        @Override
        double rate(BenchDatabase database, Path script, String key, String role) throws IOException {
            var python = new PgProgram(Path.of("/usr/bin/python3"), environment(database, role));
            return Double.parseDouble(
                    python.run(script.toString(), COUNT, SECONDS, key).strip());
        }
    },

    /** The least that a client can do: a statement that is planned once, sent by a program in C. */
    PGBENCH("8 clients of pgbench", "upserts.pgbench") {
        @Override
        double rate(BenchDatabase database, Path script, String key, String role) throws IOException {
            var pgbench = new PgProgram(database.program("pgbench").path(), environment(database, role));
            String said = pgbench.run(
                    "-n",
                    "-M",
                    "prepared",
                    "-c",
                    COUNT,
                    "-j",
                    "2",
                    "-T",
                    SECONDS,
                    "-D",
                    "key=" + key,
                    "-f",
                    script.toString());
            Matcher rate = RATE.matcher(said);
            if (!rate.find()) {
                throw new IOException("pgbench tells no rate: " + said);
            }
            return Double.parseDouble(rate.group(1));
        }
    };

    /** For how long each rate is measured: short, so that what disturbs one of a pair mostly disturbs the other, too. */
    static final String SECONDS = "2";

    private static final String COUNT = "8";
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final String inWords;
    private final String script;

    UpsertClients(String inWords, String script) {
        this.inWords = inWords;
        this.script = script;
    }

    /** What leaves the resource of that name in a file of its own. */
    Path script() throws IOException {
        Path file = Files.createTempFile("dapple-bench-", "-" + script);
        try (InputStream resource = UpsertClients.class.getResourceAsStream(script)) {
            Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /**
     * How many upserts all of them do in a second.
     *
     * @param script of {@link #script()}
     * @param role of the sessions in replication: no triggers fire for a replica
     */
    abstract double rate(BenchDatabase database, Path script, String key, String role) throws IOException;

    @Override
    public String toString() {
        return inWords;
    }

    private static Map<String, String> environment(BenchDatabase database, String role) {
        Map<String, String> environment =
                new LinkedHashMap<>(database.program("pgbench").environment());
        environment.put("PGOPTIONS", "-c session_replication_role=" + role);
        return environment;
    }
}
