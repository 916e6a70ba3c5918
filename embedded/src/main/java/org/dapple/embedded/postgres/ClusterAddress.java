package org.dapple.embedded.postgres;

/**
 * Where a running cluster listens and who its superuser is.
 *
 * @param host loopback address
 * @param port TCP port, 1 to 65535
 * @param user name of the superuser
 * @param password password of the superuser; never printed
 */
public record ClusterAddress(String host, int port, String user, String password) {

    /** The JDBC URL of a database of this cluster, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    @Override
    public String toString() {
        return "%s@%s:%d".formatted(user, host, port);
    }
}
