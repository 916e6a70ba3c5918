package org.dapple.tap;

import org.dapple.tap.config.QueryLimits;
import org.dapple.tap.config.TapSettings;
import org.dapple.testkit.TestDatabase;

/** Settings of a service on a test database, with the privileges of the service's role. */
public final class TestSettings {

    private TestSettings() {}

    public static TapSettings of(TestDatabase database) {
        return of(database, QueryLimits.DEFAULT);
    }

    public static TapSettings of(TestDatabase database, QueryLimits limits) {
        String separator = database.jdbcUrl().contains("?") ? "&" : "?";
        return new TapSettings(
                database.jdbcUrl() + separator + "options=-c%20role=dapple_service",
                database.user(),
                database.password(),
                null,
                "dapple.example.org",
                limits);
    }
}
