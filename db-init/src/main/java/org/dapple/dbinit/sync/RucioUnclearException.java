package org.dapple.dbinit.sync;

/** Rucio did not answer, or its answer means neither yes nor no; the message says what it was. */
public final class RucioUnclearException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RucioUnclearException(String message, Throwable cause) {
        super(message, cause);
    }
}
