package org.dapple.bench.lab;

import java.io.IOException;
import java.sql.SQLException;

/** Something whose time is taken. */
@FunctionalInterface
public interface Task {

    void run() throws IOException, SQLException;

    /** This task, with something before it whose time is not taken. */
    default Task after(Task preparation) {
        Task task = this;
        return new Task() {
            @Override
            public void run() throws IOException, SQLException {
                preparation.run();
                task.run();
            }

            @Override
            public double seconds() throws IOException, SQLException {
                preparation.run();
                return task.seconds();
            }
        };
    }

    /** Runs it and returns the seconds it took. */
    default double seconds() throws IOException, SQLException {
        long begin = System.nanoTime();
        run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
