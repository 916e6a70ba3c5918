package org.dapple.dbinit.sync;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;

/**
 * Derives everything anew from {@code rucio.dids}, a thousand DIDs in a transaction, while Rucio writes and queries read.
 * One that was stopped, however, goes on where it was.
 */
public final class Rebuild {

    private Rebuild() {}

    /**
     * Goes on with the rebuild that is not finished, or begins one.
     *
     * @param connection in auto-commit mode
     * @param progress hears after each thousand how many DIDs have been derived
     */
    public static void run(Connection connection, LongConsumer progress) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet row = statement.executeQuery("SELECT ivoa.rebuild_chunk()")) {
                    row.next();
                    long derived = row.getLong(1);
                    if (row.wasNull()) {
                        return;
                    }
                    progress.accept(derived);
                }
            }
        }
    }
}
