package org.dapple.datalink.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dapple.dali.config.Environment;
import org.dapple.dali.config.InvalidSettingsException;

/**
 * Everything the DataLink service is told from outside. The constructor lists all problems at once, so that a wrong
 * configuration is repaired in one go.
 *
 * @param database where metadata is, and replicas if it is they that are asked
 * @param baseUrl URL under which clients reach this webapp, without a trailing slash; empty: taken from each request
 * @param catalogues who is asked for replicas, in order
 * @param rucio how Rucio is asked, where it is one of them
 * @param locate how the data management API is asked, where it is one of them
 * @param memory how long their answers count
 * @param limits what one request may cost
 * @param geoIp a MaxMind database of cities
 */
public record DataLinkSettings(
        DatabaseSettings database,
        Optional<URI> baseUrl,
        List<String> catalogues,
        Optional<RucioSettings> rucio,
        Optional<LocateSettings> locate,
        MemorySettings memory,
        LinkLimits limits,
        Optional<Path> geoIp) {

    private static final List<String> CATALOGUES = List.of("table", "rucio", "locate");

    public DataLinkSettings {
        Objects.requireNonNull(database);
        Objects.requireNonNull(limits);
        catalogues = List.copyOf(catalogues);
        List<String> problems = new ArrayList<>(database.problems());
        if (catalogues.isEmpty() || !CATALOGUES.containsAll(catalogues)) {
            problems.add("DAPPLE_REPLICA_CATALOGUES must name one or more of " + String.join(", ", CATALOGUES)
                    + ", separated by commas, and is \"" + String.join(",", catalogues) + "\"");
        }
        if (catalogues.contains("rucio") && rucio.isEmpty()) {
            problems.add("DAPPLE_RUCIO_URL must say where Rucio is that DAPPLE_REPLICA_CATALOGUES names");
        }
        if (catalogues.contains("locate") && locate.isEmpty()) {
            problems.add("DAPPLE_LOCATE_URL must say where the API is that DAPPLE_REPLICA_CATALOGUES names");
        }
        locate.ifPresent(settings -> problems.addAll(settings.problems()));
        rucio.ifPresent(settings -> problems.addAll(settings.problems()));
        problems.addAll(memory.problems());
        problems.addAll(limits.problems());
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }

    /** How long all catalogues may take together, for one request; metadata is asked for meanwhile. */
    public Duration longestWait() {
        return catalogues.stream().map(this::timeout).reduce(Duration.ZERO, Duration::plus);
    }

    private Duration timeout(String catalogue) {
        return switch (catalogue) {
            case "rucio" -> rucio.orElseThrow().timeout();
            case "locate" -> locate.orElseThrow().timeout();
            default -> DatabaseSettings.TIMEOUT;
        };
    }

    /** The settings of this process's environment. */
    public static DataLinkSettings fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /**
     * Reads DAPPLE_DATABASE_URL, _USER, _PASSWORD or _PASSWORD_FILE, DAPPLE_BASE_URL (of all services: this webapp is at
     * /datalink below it), DAPPLE_REPLICA_CATALOGUES,
     * DAPPLE_GEOIP_FILE and the variables of {@link RucioSettings}, {@link LocateSettings}, {@link MemorySettings} and {@link LinkLimits}; what is absent gets its default.
     *
     * @throws InvalidSettingsException naming every value that cannot be used
     */
    public static DataLinkSettings fromEnvironment(Map<String, String> variables) {
        return from(new Environment(variables));
    }

    /** The same of an environment that tells afterwards what it was asked for. */
    public static DataLinkSettings from(Environment environment) {
        return environment.judge(() -> new DataLinkSettings(
                DatabaseSettings.from(environment),
                Optional.ofNullable(environment.uri("DAPPLE_BASE_URL")).map(base -> URI.create(base + "/datalink")),
                List.of(environment.text("DAPPLE_REPLICA_CATALOGUES", "table").split("\\s*,\\s*")),
                RucioSettings.from(environment),
                LocateSettings.from(environment),
                MemorySettings.from(environment),
                LinkLimits.from(environment),
                Optional.ofNullable(environment.text("DAPPLE_GEOIP_FILE", null)).map(Path::of)));
    }
}
