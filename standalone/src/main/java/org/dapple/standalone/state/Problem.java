package org.dapple.standalone.state;

/** Something that the person at the terminal can put right; the message says what is wrong and what to do. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Problem(String message) {
        super(message);
    }

    public Problem(String message, Throwable cause) {
        super(message, cause);
    }
}
