package org.dapple.embedded.tomcat;

/** Another program listens on the port that the server was told to use. */
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;

    PortTakenException(int port) {
        super("Port %d is taken by another program".formatted(port));
        this.port = port;
    }

    /** The port, 1 to 65535. */
    public int port() {
        return port;
    }
}
