package org.dapple.datalink.rank;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.dapple.datalink.place.ClientPlace;
import org.dapple.datalink.replica.Replica;
import org.dapple.datalink.replica.ReplicaState;

/**
 * Puts replicas in order: what can be read now before what cannot, disk before tape, then by the order asked for; where
 * that leaves a tie, by Rucio's priority, then by the names of storage element and file, so that the same question gets
 * the same answer.
 *
 * @param order what is asked for
 * @param client where the client is, where that is known
 * @param random for {@link Order#RANDOM}
 */
public record Ranking(Order order, Optional<ClientPlace> client, Random random) {

    private static final Comparator<Replica> CANNOT_BE_READ = Comparator.comparing(replica ->
            replica.state() != ReplicaState.AVAILABLE || !replica.rse().readable());
    private static final Comparator<Replica> TAPE =
            Comparator.comparing(replica -> replica.rse().tape());
    private static final Comparator<Replica> PREFERENCE = Comparator.comparingInt(Replica::priority)
            .thenComparing(replica -> replica.rse().name())
            .thenComparing(Replica::pfn);

    /** Best first. */
    public List<RankedReplica> rank(List<Replica> replicas) {
        List<Replica> ranked = new ArrayList<>(replicas);
        ranked.sort(PREFERENCE);
        if (order == Order.RANDOM) {
            Collections.shuffle(ranked, random);
        }
        ranked.sort(CANNOT_BE_READ.thenComparing(TAPE).thenComparing(this::byDistance));
        return ranked.stream()
                .map(replica -> new RankedReplica(replica, reason(replica)))
                .toList();
    }

    /** Unknown places are behind all known ones. */
    private int byDistance(Replica one, Replica other) {
        return order == Order.NEAREST
                ? Double.compare(
                        distance(one).orElse(Double.POSITIVE_INFINITY),
                        distance(other).orElse(Double.POSITIVE_INFINITY))
                : 0;
    }

    private OptionalDouble distance(Replica replica) {
        return client.isPresent() && replica.rse().place().isPresent()
                ? OptionalDouble.of(
                        client.get().place().distanceTo(replica.rse().place().get()))
                : OptionalDouble.empty();
    }

    private String reason(Replica replica) {
        return switch (order) {
            case RANDOM -> "in random order";
            case PRIORITY -> byPriority(replica);
            case NEAREST -> {
                OptionalDouble distance = distance(replica);
                yield distance.isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%,d km from %s",
                                Math.round(distance.getAsDouble()),
                                client.orElseThrow().source())
                        : (client.isEmpty() ? "the place of the client" : "its place") + " is not known, "
                                + byPriority(replica);
            }
        };
    }

    private static String byPriority(Replica replica) {
        return "Rucio's priority is " + replica.priority();
    }
}
