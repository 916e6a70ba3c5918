package org.dapple.dali.uws;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a job is in its life (UWS 1.1 §2.1.3). */
public enum Phase {
    /** Being set up; nobody has asked for it to run. */
    PENDING,
    /** Waiting for room to run. */
    QUEUED,
    /** Running. */
    EXECUTING,
    /** Ended with its results. */
    COMPLETED,
    /** Ended without; its error says why. */
    ERROR,
    /** Ended because a client asked for it. */
    ABORTED,
    /** The service cannot say. */
    UNKNOWN,
    /** Asked to run, but kept back until it is asked again. */
    HELD,
    /** Interrupted by the service, which will go on with it. */
    SUSPENDED,
    /** Its results are gone, its record is kept. */
    ARCHIVED;

    /** The phase of that name, in any case; empty where there is none. */
    public static Optional<Phase> named(String name) {
        try {
            return Optional.of(valueOf(name.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** Whether a client that waits for a change of phase is kept waiting (UWS 1.1 §2.2.1.1). */
    public boolean isActive() {
        return this == PENDING || this == QUEUED || this == EXECUTING;
    }

    /** The phases a job may be in when it comes into this one. */
    public Set<Phase> reachedFrom() {
        return switch (this) {
            case PENDING, UNKNOWN -> Set.of();
            case QUEUED -> Set.of(PENDING, HELD, EXECUTING, SUSPENDED);
            case EXECUTING -> Set.of(QUEUED, SUSPENDED, EXECUTING);
            case COMPLETED, SUSPENDED -> Set.of(EXECUTING);
            case ERROR -> Set.of(QUEUED, EXECUTING, SUSPENDED, HELD);
            case ABORTED -> Set.of(PENDING, QUEUED, EXECUTING, SUSPENDED, HELD);
            case HELD -> Set.of(PENDING, QUEUED);
            case ARCHIVED -> Set.of(COMPLETED, ERROR, ABORTED);
        };
    }

    /** The phases from which a client's PHASE=RUN is legal: not while it runs already, and not after its end. */
    public static Set<Phase> runnable() {
        return Set.of(PENDING, HELD);
    }
}
