package org.dapple.dbinit.load;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dapple.dbinit.rucio.Did;
import org.dapple.dbinit.rucio.DidReplicas;
import org.dapple.dbinit.rucio.DidWriter;
import org.dapple.dbinit.rucio.ReplicaWriter;

/** Gathers DIDs into statements of a size that the database likes, and keeps the counts. */
final class LoadBatch {

    private static final int MOST_DIDS = 1000;
    private static final int MOST_CHARACTERS = 8 << 20;

    private record Key(String scope, String name) {}

    private record NumberedDid(long line, Did did, Optional<DidReplicas> replicas) {}

    private final DidWriter writer;
    private final ReplicaWriter replicaWriter;
    private final LoadListener listener;
    private final Map<Key, NumberedDid> dids = new LinkedHashMap<>();
    private long characters;
    private long lines;
    private long loaded;
    private long bad;

    LoadBatch(DidWriter writer, ReplicaWriter replicaWriter, LoadListener listener) {
        this.writer = writer;
        this.replicaWriter = replicaWriter;
        this.listener = listener;
    }

    long nextLine() {
        return ++lines;
    }

    LoadCount count() {
        return new LoadCount(lines, loaded, bad);
    }

    void reject(long line, String reason) {
        bad++;
        listener.badLine(line, reason);
    }

    /** A storage element is written at once: there are few. */
    void addRse(long line, LakeLine.StorageElement rse) throws SQLException {
        try {
            replicaWriter.writeRse(rse.json());
            loaded++;
        } catch (SQLException e) {
            if (!isFaultOfAValue(e)) {
                throw e;
            }
            reject(line, "was refused by the database: " + firstLine(e.getMessage()));
        }
    }

    void add(long line, LakeLine.Metadata metadata) throws SQLException {
        Did did = metadata.did();
        var key = new Key(did.scope(), did.name());
        // One statement cannot update a row twice: the DID's earlier line goes first, as it would with Rucio.
        if (dids.containsKey(key) || dids.size() == MOST_DIDS || characters > MOST_CHARACTERS) {
            flush();
        }
        dids.put(key, new NumberedDid(line, did, metadata.replicas()));
        characters += did.data().length();
    }

    void flush() throws SQLException {
        List<NumberedDid> batch = List.copyOf(dids.values());
        dids.clear();
        characters = 0;
        if (batch.isEmpty()) {
            return;
        }
        try {
            write(batch);
            loaded += batch.size();
        } catch (SQLException e) {
            if (!isFaultOfAValue(e)) {
                throw e;
            }
            writeOneByOne(batch);
        }
        listener.progress(count());
    }

    /** Replicas first: a line whose replicas are refused leaves nothing. */
    private void write(List<NumberedDid> batch) throws SQLException {
        List<DidReplicas> replicas =
                batch.stream().flatMap(numbered -> numbered.replicas().stream()).toList();
        if (!replicas.isEmpty()) {
            replicaWriter.write(replicas);
        }
        writer.write(batch.stream().map(NumberedDid::did).toList());
    }

    private void writeOneByOne(List<NumberedDid> batch) throws SQLException {
        for (NumberedDid numbered : batch) {
            try {
                write(List.of(numbered));
                loaded++;
            } catch (SQLException e) {
                if (!isFaultOfAValue(e)) {
                    throw e;
                }
                reject(numbered.line(), "was refused by the database: " + firstLine(e.getMessage()));
            }
        }
    }

    /** SQLSTATE classes 22 (data exception), 23 (constraint), 54 (program limit): not the server's fault. */
    private static boolean isFaultOfAValue(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
