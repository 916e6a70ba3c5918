package org.dapple.bench.ratio;

import java.io.IOException;
import java.sql.SQLException;

/** Something whose time is taken. */
@FunctionalInterface
interface Task {

    void run() throws IOException, SQLException;

    /** Runs it and returns the seconds it took. */
    default double seconds() throws IOException, SQLException {
        long begin = System.nanoTime();
        run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
