package org.dapple.datalink.links;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dapple.datalink.rank.RankedReplica;
import org.dapple.datalink.rank.Ranking;
import org.dapple.datalink.replica.Did;
import org.dapple.datalink.replica.Replica;
import org.dapple.datalink.replica.ReplicaState;
import org.dapple.datalink.request.LinksRequest;

/**
 * Which replicas of a file a request gets, in order, or why none.
 *
 * @param replicas best first
 * @param fault what to answer where there is none
 * @param message the words of that
 */
record ReplicaChoice(List<RankedReplica> replicas, Fault fault, String message) {

    static ReplicaChoice of(Did did, List<Replica> all, LinksRequest request, Ranking ranking) {
        List<Replica> available = only(replica -> replica.state() == ReplicaState.AVAILABLE, all);
        if (available.isEmpty()) {
            return none(Fault.TRANSIENT, unavailable(did, all));
        }
        List<Replica> wanted = only(wantedBy(request), available);
        if (wanted.isEmpty()) {
            return none(Fault.NOT_FOUND, unwanted(did, available, request));
        }
        List<RankedReplica> ranked = ranking.rank(ofWebWherePossible(wanted, request));
        return request.rank().isEmpty() ? new ReplicaChoice(ranked, null, null) : ofRank(did, ranked, request);
    }

    private static ReplicaChoice none(Fault fault, String message) {
        return new ReplicaChoice(List.of(), fault, message);
    }

    private static List<Replica> only(Predicate<Replica> wanted, List<Replica> replicas) {
        List<Replica> those = new ArrayList<>(replicas);
        those.removeIf(Predicate.not(wanted));
        return those;
    }

    private static Predicate<Replica> wantedBy(LinksRequest request) {
        return replica -> (request.rses().isEmpty()
                        || request.rses().contains(replica.rse().name()))
                && (request.schemes().isEmpty() || AccessUrl.isOneOf(request.schemes(), replica))
                && (!request.besideSoda() || !replica.rse().services().isEmpty());
    }

    /** What HTTP clients cannot read is for those who ask for its scheme, or better than nothing. */
    private static List<Replica> ofWebWherePossible(List<Replica> replicas, LinksRequest request) {
        List<Replica> web = only(AccessUrl::isOfWeb, replicas);
        return web.isEmpty() || !request.schemes().isEmpty() ? replicas : web;
    }

    private static ReplicaChoice ofRank(Did did, List<RankedReplica> ranked, LinksRequest request) {
        List<String> rses = ranked.stream().map(ReplicaChoice::rse).distinct().toList();
        long rank = request.rank().getAsLong();
        if (rank >= rses.size()) {
            return none(
                    Fault.USAGE,
                    "ranking=%d, but %s is at %d storage elements; ranking takes 0 to %d"
                            .formatted(rank, did, rses.size(), rses.size() - 1));
        }
        String wanted = rses.get((int) rank);
        return new ReplicaChoice(
                ranked.stream().filter(one -> rse(one).equals(wanted)).toList(), null, null);
    }

    private static String rse(RankedReplica ranked) {
        return ranked.replica().rse().name();
    }

    private static String unavailable(Did did, List<Replica> all) {
        Optional<Replica> best = all.stream().min(Comparator.comparing(Replica::state));
        if (best.isEmpty()) {
            return did + " exists, but no copy of it is registered; ask again later";
        }
        String which = all.size() == 1 ? "its only copy" : "the best of its %d copies".formatted(all.size());
        return "%s exists, but %s, at %s, %s; ask again later"
                .formatted(
                        did, which, best.get().rse().name(), best.get().state().words());
    }

    private static String unwanted(Did did, List<Replica> available, LinksRequest request) {
        String there = String.join(
                ", ",
                available.stream()
                        .map(replica ->
                                replica.scheme() + " at " + replica.rse().name())
                        .distinct()
                        .sorted()
                        .toList());
        String asked = Stream.of(
                        request.rses().isEmpty() ? "" : "rse",
                        request.schemes().isEmpty() ? "" : "schemes",
                        request.besideSoda() ? "must_include_soda" : "")
                .filter(name -> !name.isEmpty())
                .reduce((one, other) -> one + " and " + other)
                .orElseThrow();
        return "%s has no copy that %s asks for; it is there by %s".formatted(did, asked, there);
    }
}
