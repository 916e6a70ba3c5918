package org.dapple.dbinit.demo;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dapple.dbinit.rucio.Did;
import org.dapple.dbinit.rucio.DidWriter;

/**
 * A survey by a few SKA precursors, invented but believable: several collections and product types, famous targets
 * and fields over the whole sky, footprints of every form, repeated visits. The same number of DIDs gives the same
 * DIDs on every machine. All of them have what ObsCore needs; identifiers and access URLs are left to be filled in.
 */
public final class DemoSurvey {

    /** How many DIDs a demo has when nobody says otherwise. */
    public static final int DEFAULT_SIZE = 24_000;

    private static final int DIDS_PER_STATEMENT = 1000;

    private final int size;

    /** @param size how many DIDs, 1 or more */
    public DemoSurvey(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a demo survey has 1 DID or more, not " + size);
        }
        this.size = size;
    }

    /**
     * Writes the survey into {@code rucio.dids} by Rucio's statement; what is there already stays as it is.
     *
     * @param progress is told how many DIDs are written so far
     */
    public void writeTo(String jdbcUrl, String user, String password, LongConsumer progress) throws SQLException {
        try (DidWriter writer = DidWriter.open(jdbcUrl, user, password)) {
            var batch = new ArrayList<Did>(DIDS_PER_STATEMENT);
            long written = 0;
            for (Did did : (Iterable<Did>) dids()::iterator) {
                batch.add(did);
                if (batch.size() == DIDS_PER_STATEMENT) {
                    writer.write(batch);
                    written += batch.size();
                    progress.accept(written);
                    batch.clear();
                }
            }
            if (!batch.isEmpty()) {
                writer.write(batch);
                progress.accept(written + batch.size());
            }
            writer.analyze();
        }
    }

    /** The files that there are of it: an image of the first field of each collection that makes images. */
    public List<DemoFile> files() {
        return Collection.ALL.stream()
                .flatMap(collection -> image(collection).stream())
                .toList();
    }

    private Optional<DemoFile> image(Collection collection) {
        int turns = Collection.ALL.stream().mapToInt(Collection::weight).sum();
        Observation first = collection.observation(0, fields(collection, turns));
        return collection.products().stream()
                .filter(product -> product.type().equals("image"))
                .findFirst()
                .map(product -> new DemoFile(
                        collection.scope(),
                        DidDocument.name(first, product),
                        image(first).bytes()));
    }

    private static FitsImage image(Observation observation) {
        Collection collection = observation.collection();
        Target target = observation.target();
        return new FitsImage(
                target.position(),
                2 * collection.radius(),
                target.name(),
                collection.facility(),
                Collection.ALL.indexOf(collection));
    }

    /** The DIDs one after the other, the collections taking turns by their weight. */
    Stream<Did> dids() {
        var document = new DidDocument();
        List<Collection> turns = Collection.ALL.stream()
                .flatMap(c -> Stream.generate(() -> c).limit(c.weight()))
                .toList();
        var taken = new int[Collection.ALL.size()];
        return IntStream.range(0, size).mapToObj(i -> {
            Collection collection = turns.get(i % turns.size());
            int index = taken[Collection.ALL.indexOf(collection)]++;
            int products = collection.products().size();
            Observation observation = collection.observation(index / products, fields(collection, turns.size()));
            return document.did(observation, collection.products().get(index % products));
        });
    }

    /** As many fields as make the wanted number of DIDs; the last round of turns counts whole, though it may be cut. */
    private int fields(Collection collection, int turns) {
        long dids = (size / turns + 1L) * collection.weight();
        return (int) (dids / ((long) collection.products().size() * collection.visits())) + 1;
    }
}
