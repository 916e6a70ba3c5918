package org.dapple.bench.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A client program of PostgreSQL.
 *
 * @param path where it is
 * @param environment libpq's variables, which tell it where to connect
 */
public record PgProgram(Path path, Map<String, String> environment) {

    /**
     * Runs it to its end.
     *
     * @return what it printed, errors included
     * @throws IOException when it does not exist (Debian: postgresql-client, and postgresql for pgbench) or fails
     */
    public String run(String... arguments) throws IOException {
        var words = new ArrayList<>(List.of(path.toString()));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(path.getFileName() + ": " + output);
        }
        return output;
    }

    /**
     * psql's {@code \copy} of a query, thrown away.
     *
     * @param format of COPY: binary, csv or text
     */
    public void copy(String select, String format) throws IOException {
        String line = select.replaceAll("\\s+", " ");
        run("-qX", "-v", "ON_ERROR_STOP=1", "-c", "\\copy (" + line + ") TO '/dev/null' (FORMAT " + format + ")");
    }
}
