package org.dapple.tap;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.dapple.dbinit.demo.DemoSurvey;
import org.dapple.testkit.TestDatabase;

/** The demonstration survey, as the planner knows it after a while. */
public final class Demonstration {

    static final int SIZE = 20_000;

    private Demonstration() {}

    public static void insertInto(TestDatabase database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            new DemoSurvey(SIZE).writeTo(database.jdbcUrl(), database.user(), database.password(), written -> {});
            statement.execute("ANALYZE ivoa.obscore");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
