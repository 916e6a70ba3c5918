package org.dapple.dbinit.load;

/** A line that is no DID; the message says why, for the one who wrote the file. */
final class BadLineException extends Exception {

    private static final long serialVersionUID = 1;

    BadLineException(String reason) {
        super(reason);
    }
}
