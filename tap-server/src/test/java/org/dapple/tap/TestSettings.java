package org.dapple.tap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.dapple.tap.config.ChangeLimits;
import org.dapple.tap.config.JobSettings;
import org.dapple.tap.config.Publisher;
import org.dapple.tap.config.QueryLimits;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.config.UploadLimits;
import org.dapple.testkit.TestDatabase;

/** Settings of a service on a test database, with the privileges of the service's role. */
public final class TestSettings {

    /** A small service with a short lease, whose results are removed with the build. */
    public static final JobSettings JOBS = new JobSettings(
            Path.of("target", "results"),
            2,
            100,
            QueryLimits.DEFAULT.defaultRows(),
            QueryLimits.DEFAULT.hardRows(),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofSeconds(2));

    static final Publisher PUBLISHER =
            new Publisher("dapple.example.org", "Example Data Centre", Optional.empty(), Optional.empty());

    private TestSettings() {}

    public static TapSettings of(TestDatabase database) {
        return of(database, QueryLimits.DEFAULT);
    }

    public static TapSettings of(TestDatabase database, QueryLimits limits) {
        return of(database, limits, JOBS);
    }

    public static TapSettings of(TestDatabase database, UploadLimits uploads) {
        return of(database, QueryLimits.DEFAULT, JOBS, uploads);
    }

    public static TapSettings of(TestDatabase database, QueryLimits limits, JobSettings jobs) {
        return of(database, limits, jobs, UploadLimits.DEFAULT);
    }

    public static TapSettings of(TestDatabase database, ChangeLimits changes) {
        return of(database, QueryLimits.DEFAULT, JOBS, UploadLimits.DEFAULT, changes);
    }

    private static TapSettings of(TestDatabase database, QueryLimits limits, JobSettings jobs, UploadLimits uploads) {
        return of(database, limits, jobs, uploads, ChangeLimits.DEFAULT);
    }

    private static TapSettings of(
            TestDatabase database, QueryLimits limits, JobSettings jobs, UploadLimits uploads, ChangeLimits changes) {
        String separator = database.jdbcUrl().contains("?") ? "&" : "?";
        return new TapSettings(
                database.jdbcUrl() + separator + "options=-c%20role=dapple_service",
                database.user(),
                database.password(),
                null,
                PUBLISHER,
                limits,
                jobs,
                uploads,
                changes);
    }
}
