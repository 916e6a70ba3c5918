package org.dapple.dali.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fault that is answered to the user: its message says what is wrong, where, and what would be right, and never shows
 * internals.
 */
public final class ServiceFault extends RuntimeException {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceFault.class);

    private static final int LONGEST_SHOWN = 60;

    private final FaultCategory category;
    private final Duration retryAfter;

    private ServiceFault(FaultCategory category, String message, Throwable cause, Duration retryAfter) {
        super(message, cause);
        this.category = category;
        this.retryAfter = retryAfter;
    }

    /** A fault of the given category with a message for the user. */
    public static ServiceFault of(FaultCategory category, String message) {
        return new ServiceFault(category, message, null, null);
    }

    /** The request is wrong. */
    public static ServiceFault usage(String message) {
        return of(FaultCategory.USAGE, message);
    }

    /**
     * A parameter has a value that it does not take; a long one is shown in part.
     *
     * @param right what it takes, such as "a whole number of 0 or more"
     */
    public static ServiceFault wrongValue(String parameter, String value, String right) {
        String shown = value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
        return usage("Parameter %s is '%s'; it takes %s.".formatted(parameter, shown, right));
    }

    /** The resource does not exist. */
    public static ServiceFault notFound(String message) {
        return of(FaultCategory.NOT_FOUND, message);
    }

    /** The service is full; {@code retryAfter} is told to the client in whole seconds, at least one. */
    public static ServiceFault overloaded(String message, Duration retryAfter) {
        return new ServiceFault(FaultCategory.OVERLOADED, message, null, retryAfter);
    }

    /**
     * The fault to show for any failure: a fault as it is; everything else becomes an internal fault that shows only a
     * reference, under which the failure is found in the log.
     */
    public static ServiceFault from(Throwable failure) {
        if (failure instanceof ServiceFault fault) {
            return fault;
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("internal fault {}", reference, failure);
        String message = "The service failed in a way that is not your request's fault. "
                + "If it happens again, tell the operator this reference: " + reference;
        return new ServiceFault(FaultCategory.INTERNAL, message, failure, null);
    }

    /** What kind of fault it is. */
    public FaultCategory category() {
        return category;
    }

    /** After which time the same request may succeed, where that is known. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
