package org.dapple.dbinit.sync;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A rebuild in a process of its own, so that a test can kill it. */
final class RebuildProcess {

    private RebuildProcess() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            Rebuild.run(connection, System.out::println);
        }
    }
}
