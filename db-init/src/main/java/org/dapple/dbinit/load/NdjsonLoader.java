package org.dapple.dbinit.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.dapple.dbinit.rucio.DidWriter;
import org.dapple.dbinit.rucio.ReplicaWriter;

/**
 * Loads newline-delimited JSON, one DID a line: {@code {"scope": "…", "name": "…", "data": {…}}}, optionally with
 * {@code "vo"} and {@code "replicas"}, or one storage element, {@code {"rse": "…"}}. Each is upserted as Rucio would do it, so that a DID in several lines is merged in their order. A line
 * that is no DID is reported and left out. Memory does not grow with the file.
 */
public final class NdjsonLoader {

    /** In characters; PostgreSQL takes no JSON text much longer. */
    private static final int LONGEST_LINE = 64 << 20;

    private final DidLine format = new DidLine();

    /**
     * Reads to the end, or to the first failure that is not the fault of a line.
     *
     * @param input UTF-8; the caller closes it
     * @return the counts at the end
     * @throws IOException if the input cannot be read
     * @throws SQLException if the database cannot be reached or written at all
     */
    public LoadCount load(InputStream input, String jdbcUrl, String user, String password, LoadListener listener)
            throws IOException, SQLException {
        var lines = new Lines(
                new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8), 1 << 16), LONGEST_LINE);
        try (DidWriter writer = DidWriter.open(jdbcUrl, user, password);
                ReplicaWriter replicas = ReplicaWriter.open(jdbcUrl, user, password)) {
            var batch = new LoadBatch(writer, replicas, listener);
            Optional<String> line = lines.next();
            while (line.isPresent()) {
                take(line.get(), lines.tooLong(), batch);
                line = lines.next();
            }
            batch.flush();
            writer.analyze();
            return batch.count();
        }
    }

    private void take(String line, boolean tooLong, LoadBatch batch) throws SQLException {
        long number = batch.nextLine();
        if (tooLong) {
            batch.reject(number, "is longer than " + LONGEST_LINE + " characters");
        } else if (!line.isBlank()) {
            try {
                LakeLine told = format.parse(line);
                if (told instanceof LakeLine.StorageElement rse) {
                    batch.addRse(number, rse);
                } else {
                    batch.add(number, (LakeLine.Metadata) told);
                }
            } catch (BadLineException e) {
                batch.reject(number, e.getMessage());
            }
        }
    }
}
