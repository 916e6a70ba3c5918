package org.dapple.standalone;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dapple.standalone.db.DatabaseAccess;
import org.dapple.standalone.db.DatabaseReport;
import org.dapple.standalone.state.RunningServer;

/**
 * What {@code status} reports; null is what cannot be known while the database is down.
 *
 * @param running whether the services run
 * @param baseUrls URL of each service by its name, empty when they do not run
 * @param databaseUrl JDBC URL without password
 */
record Status(
        boolean running,
        @JsonProperty("base_urls") Map<String, String> baseUrls,
        @JsonProperty("database_url") String databaseUrl,
        Versions versions,
        Counts counts) {

    /** Releases of what takes part. */
    record Versions(String dapple, String java, String postgresql, String pgsphere, String schema) {

        private String forReading() {
            var database = postgresql == null
                    ? ""
                    : ", PostgreSQL %s, pgSphere %s, schema %s".formatted(postgresql, pgsphere, schema);
            return "Dapple %s, Java %s%s".formatted(dapple, java, database);
        }
    }

    /** Numbers of DIDs, of changes that are kept, and of the seconds that the feed of changes is behind. */
    record Counts(
            long dids,
            long visible,
            long pending,
            long incomplete,
            long changes,
            @JsonProperty("changes_lag_seconds") double changesLag) {

        private static Counts of(DatabaseReport report) {
            return new Counts(
                    report.dids(),
                    report.visible(),
                    report.pending(),
                    report.incomplete(),
                    report.changes(),
                    report.changesLag());
        }
    }

    /** A database that answers. */
    record Database(String url, DatabaseReport report) {

        static Database of(DatabaseAccess owner) {
            return new Database(owner.jdbcUrl(), DatabaseReport.of(owner));
        }
    }

    static Status of(Optional<RunningServer> server, Optional<Database> database) {
        var report = database.map(Database::report);
        return new Status(
                server.isPresent(),
                server.map(one -> Map.of("tap", BaseUrl.of(one).tap())).orElse(Map.of()),
                database.map(Database::url).orElse(null),
                versions(report),
                report.map(Counts::of).orElse(null));
    }

    private static Versions versions(Optional<DatabaseReport> report) {
        var dapple = Objects.requireNonNullElse(Status.class.getPackage().getImplementationVersion(), "development");
        return new Versions(
                dapple,
                Runtime.version().toString(),
                report.map(DatabaseReport::postgresql).orElse(null),
                report.map(DatabaseReport::pgsphere).orElse(null),
                report.map(DatabaseReport::schema).orElse(null));
    }

    String forReading() {
        var text = new StringBuilder(running ? "Dapple is running.\n" : "Dapple is not running: ./dapple up\n");
        baseUrls.forEach((name, url) -> text.append("  %-9s %s%n".formatted(name, url)));
        if (counts != null) {
            text.append("  %-9s %s%n".formatted("database", databaseUrl));
            text.append("  %-9s %d, of them %d visible and %d pending%n"
                    .formatted("DIDs", counts.dids, counts.visible, counts.pending));
        }
        return text.append("  %-9s %s%n".formatted("versions", versions.forReading()))
                .toString();
    }
}
