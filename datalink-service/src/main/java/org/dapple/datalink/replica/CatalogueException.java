package org.dapple.datalink.replica;

/** A catalogue cannot tell now; the message says so to users and shows no internals. */
public final class CatalogueException extends Exception {

    private static final long serialVersionUID = 1;

    public CatalogueException(String message) {
        super(message);
    }

    /** @param cause for the log */
    public CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
