package org.dapple.datalink.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dapple.dali.config.Environment;

/**
 * How the database is reached.
 *
 * @param jdbcUrl {@code jdbc:postgresql:…} of the database that db-init has migrated
 * @param user role the service logs in as
 * @param password its password, empty where the database asks for none
 */
public record DatabaseSettings(String jdbcUrl, String user, String password) {

    /** How long one question may take, from waiting for a connection to the last row. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    public DatabaseSettings {
        password = Objects.requireNonNullElse(password, "");
    }

    static DatabaseSettings from(Environment environment) {
        return new DatabaseSettings(
                environment.text("DAPPLE_DATABASE_URL", "jdbc:postgresql://localhost:5432/dapple"),
                environment.text("DAPPLE_DATABASE_USER", "dapple_service"),
                environment.secret("DAPPLE_DATABASE_PASSWORD"));
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (jdbcUrl == null || !jdbcUrl.startsWith("jdbc:postgresql:")) {
            problems.add("DAPPLE_DATABASE_URL must start with jdbc:postgresql: and is \"" + jdbcUrl + "\"");
        }
        if (user == null || user.isBlank()) {
            problems.add("DAPPLE_DATABASE_USER must name a database role");
        }
        return problems;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + jdbcUrl + ", " + user + "]";
    }
}
