package org.dapple.tap.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dapple.dali.config.Environment;
import org.dapple.dali.config.InvalidSettingsException;

/**
 * Everything the TAP service is told from outside. The constructor lists all problems at once, so that a wrong
 * configuration is repaired in one go.
 *
 * @param jdbcUrl {@code jdbc:postgresql:…} of the database that db-init has migrated
 * @param user role the service logs in as; it may {@code SET ROLE dapple_adql}
 * @param password its password, empty where the database asks for none
 * @param baseUrl URL under which clients reach the webapp, without a trailing slash, or null: taken from each request
 * @param publisher who publishes the data
 * @param limits what one request may cost
 * @param jobs how asynchronous jobs are run and kept
 * @param uploads what the tables that a query brings along may cost
 * @param changes what the feed of changes may cost
 */
public record TapSettings(
        String jdbcUrl,
        String user,
        String password,
        URI baseUrl,
        Publisher publisher,
        QueryLimits limits,
        JobSettings jobs,
        UploadLimits uploads,
        ChangeLimits changes) {

    public TapSettings {
        Objects.requireNonNull(publisher);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(jobs);
        Objects.requireNonNull(uploads);
        Objects.requireNonNull(changes);
        password = Objects.requireNonNullElse(password, "");
        List<String> problems = new ArrayList<>();
        if (jdbcUrl == null || !jdbcUrl.startsWith("jdbc:postgresql:")) {
            problems.add("DAPPLE_DATABASE_URL must start with jdbc:postgresql: and is " + quoted(jdbcUrl));
        }
        if (user == null || user.isBlank()) {
            problems.add("DAPPLE_DATABASE_USER must name a database role and is " + quoted(user));
        }
        if (baseUrl != null && !isBase(baseUrl)) {
            problems.add("DAPPLE_BASE_URL must be an http or https URL without query, fragment and trailing slash"
                    + " and is " + quoted(baseUrl.toString()));
        }
        problems.addAll(publisher.problems());
        problems.addAll(limits.problems());
        problems.addAll(jobs.problems());
        problems.addAll(uploads.problems());
        problems.addAll(changes.problems());
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }

    /** The settings of this process's environment. */
    public static TapSettings fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /**
     * Reads DAPPLE_DATABASE_URL, _USER, _PASSWORD or _PASSWORD_FILE, DAPPLE_BASE_URL and the
     * variables of {@link Publisher}, {@link QueryLimits}, {@link JobSettings}, {@link UploadLimits} and {@link ChangeLimits}; what is absent gets its default.
     *
     * @throws InvalidSettingsException naming every value that cannot be used
     */
    public static TapSettings fromEnvironment(Map<String, String> variables) {
        return from(new Environment(variables));
    }

    /** The same of an environment that tells afterwards what it was asked for. */
    public static TapSettings from(Environment environment) {
        return environment.judge(() -> new TapSettings(
                environment.text("DAPPLE_DATABASE_URL", "jdbc:postgresql://localhost:5432/dapple"),
                environment.text("DAPPLE_DATABASE_USER", "dapple_service"),
                environment.secret("DAPPLE_DATABASE_PASSWORD"),
                environment.uri("DAPPLE_BASE_URL"),
                Publisher.from(environment),
                QueryLimits.from(environment),
                JobSettings.from(environment),
                UploadLimits.from(environment),
                ChangeLimits.from(environment)));
    }

    private static boolean isBase(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && !uri.getPath().endsWith("/");
    }

    private static String quoted(String value) {
        return value == null ? "not set" : "\"" + value + "\"";
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "TapSettings[" + jdbcUrl + ", " + user + ", " + baseUrl + ", " + publisher + ", " + limits + ", " + jobs
                + ", " + uploads + ", " + changes + "]";
    }
}
