package org.dapple.datalink.replica;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What Rucio says of a replica; only one that is available can be read. */
public enum ReplicaState {
    AVAILABLE("is available"),
    TEMPORARY_UNAVAILABLE("cannot be read at the moment"),
    COPYING("is still being copied"),
    UNAVAILABLE("cannot be read"),
    BEING_DELETED("is being deleted"),
    BAD("is damaged");

    private static final Map<String, ReplicaState> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ReplicaState::name, Function.identity()));

    private final String words;

    ReplicaState(String words) {
        this.words = words;
    }

    /** What follows "the replica" in a sentence. */
    public String words() {
        return words;
    }

    /** The state of a name as Rucio writes it. */
    public static Optional<ReplicaState> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
