package org.dapple.tap.db;

import java.sql.SQLException;

/** The database is well, but all connections that the service allows itself are in use. */
final class PoolFullException extends SQLException {

    private static final long serialVersionUID = 1;

    private final int connections;

    PoolFullException(String pool, int connections) {
        super("all %d connections of %s are in use".formatted(connections, pool));
        this.connections = connections;
    }

    /** How many there are. */
    int connections() {
        return connections;
    }
}
