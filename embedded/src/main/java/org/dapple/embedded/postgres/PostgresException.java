package org.dapple.embedded.postgres;

/** A private cluster could not be found, made, started or stopped; the message says why and what to do about it. */
public final class PostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgresException(String message) {
        super(message);
    }

    PostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
