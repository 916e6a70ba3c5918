package org.dapple.datalink.rank;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dapple.datalink.place.ClientPlace;
import org.dapple.datalink.replica.Replica;
import org.dapple.datalink.replica.ReplicaState;

/**
 * Puts replicas in order: what can be read now before what cannot, disk before tape, then by the order asked for; where
 * that leaves a tie, by Rucio's priority, then by the names of storage element and file, so that the same question gets
 * the same answer.
 *
 * <p>For one request, and one thread.
 */
public final class Ranking {

    private static final Comparator<Replica> USABLE = Comparator.comparing(Ranking::cannotBeRead)
            .thenComparing(replica -> replica.rse().tape());
    private static final Comparator<Replica> PREFERENCE = Comparator.comparingInt(Replica::priority)
            .thenComparing(replica -> replica.rse().name())
            .thenComparing(Replica::pfn);

    private final Order order;
    private final Optional<ClientPlace> client;
    private final Random random;
    private final Distances distances;
    private final Comparator<Replica> comparator;

    /**
     * A ranking.
     *
     * @param order what is asked for
     * @param client where the client is, where that is known
     * @param random for {@link Order#RANDOM}
     */
    public Ranking(Order order, Optional<ClientPlace> client, Random random) {
        this.order = order;
        this.client = client;
        this.random = random;
        this.distances = new Distances(client);
        this.comparator = switch (order) {
            case NEAREST -> USABLE.thenComparingDouble(this::kilometres).thenComparing(PREFERENCE);
            case PRIORITY -> USABLE.thenComparing(PREFERENCE);
            case RANDOM -> USABLE;
        };
    }

    /** Best first. */
    public List<RankedReplica> rank(List<Replica> replicas) {
        List<Replica> sorted = new ArrayList<>(replicas);
        if (order == Order.RANDOM) {
            Collections.shuffle(sorted, random);
        }
        sorted.sort(comparator);
        List<RankedReplica> ranked = new ArrayList<>(sorted.size());
        sorted.forEach(replica -> ranked.add(new RankedReplica(replica, reason(replica))));
        return ranked;
    }

    /** Unknown places are behind all known ones. */
    private double kilometres(Replica replica) {
        return distances.to(replica.rse()).kilometres();
    }

    private static boolean cannotBeRead(Replica replica) {
        return replica.state() != ReplicaState.AVAILABLE || !replica.rse().readable();
    }

    private String reason(Replica replica) {
        return switch (order) {
            case RANDOM -> "in random order";
            case PRIORITY -> byPriority(replica);
            case NEAREST ->
                distances
                        .to(replica.rse())
                        .words()
                        .orElseGet(() -> (client.isEmpty() ? "the place of the client" : "its place")
                                + " is not known, "
                                + byPriority(replica));
        };
    }

    private static String byPriority(Replica replica) {
        return "Rucio's priority is " + replica.priority();
    }
}
