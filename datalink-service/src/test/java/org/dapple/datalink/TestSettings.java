package org.dapple.datalink;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.dapple.datalink.config.DataLinkSettings;
import org.dapple.datalink.config.DatabaseSettings;
import org.dapple.datalink.config.LinkLimits;
import org.dapple.datalink.config.MemorySettings;
import org.dapple.testkit.TestDatabase;

/** Settings of a service on a test database, with the privileges of the service's role. */
public final class TestSettings {

    private TestSettings() {}

    public static DatabaseSettings database(TestDatabase database) {
        String separator = database.jdbcUrl().contains("?") ? "&" : "?";
        return new DatabaseSettings(
                database.jdbcUrl() + separator + "options=-c%20role=dapple_service",
                database.user(),
                database.password());
    }

    /** A service that believes to be at example.org, so that its documents are the same on every port. */
    static DataLinkSettings of(TestDatabase database, LinkLimits limits) {
        return new DataLinkSettings(
                database(database),
                Optional.of(URI.create("https://lake.example.org/datalink")),
                List.of("table"),
                Optional.empty(),
                Optional.empty(),
                MemorySettings.DEFAULT,
                limits,
                Optional.empty());
    }
}
