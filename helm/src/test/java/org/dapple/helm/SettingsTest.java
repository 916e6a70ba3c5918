package org.dapple.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dapple.dali.config.InvalidSettingsException;
import org.dapple.datalink.config.DataLinkSettings;
import org.dapple.tap.config.TapSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The variables that the chart renders are those that the services read, and what they read can be given. */
class SettingsTest {

    private static final Map<String, Function<Map<String, String>, Object>> SERVICES = Map.of(
            "tap-server", TapSettings::fromEnvironment,
            "datalink-service", DataLinkSettings::fromEnvironment);
    private static final Path EVERYTHING = Path.of("src", "test", "resources", "everything.yaml");
    private static final String NONSENSE = "§ nonsense §";

    @TempDir
    private static Path secrets;

    @BeforeAll
    static void writeSecrets() throws IOException {
        for (var secret : new String[] {"passwords/service", "rucio/password", "oidc/client-secret"}) {
            var file = secrets.resolve(secret);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "secret of " + secret);
        }
    }

    static Stream<Path> values() {
        return Stream.concat(Stream.of(EVERYTHING), Example.all().map(Example::values));
    }

    @ParameterizedTest
    @MethodSource("values")
    void servicesStartWithTheVariablesOfTheChartAndEachOfThemCounts(Path values) {
        var manifests = Chart.INSTALL.render(values);
        SERVICES.forEach((component, settings) -> {
            var environment = environment(manifests, component);
            var asRendered = settings.apply(environment);
            assertThat(environment.keySet())
                    .allSatisfy(name -> assertThat(counts(name, environment, settings, asRendered))
                            .as("%s knows %s", component, name)
                            .isTrue());
        });
    }

    /** A variable is known if nonsense in it is complained of by name, or makes other settings. */
    private static boolean counts(
            String name,
            Map<String, String> environment,
            Function<Map<String, String>, Object> settings,
            Object asRendered) {
        var disturbed = new HashMap<>(environment);
        disturbed.put(name, NONSENSE);
        try {
            return !settings.apply(disturbed).equals(asRendered);
        } catch (InvalidSettingsException e) {
            return e.getMessage().contains(name);
        }
    }

    @Test
    void aTypingErrorInANameIsFound() {
        SERVICES.forEach((component, settings) -> {
            var environment = new HashMap<>(environment(Chart.INSTALL.render(EVERYTHING), component));
            environment.put("DAPPLE_DATABSE_URL", "jdbc:postgresql://db/dapple");
            assertThat(counts("DAPPLE_DATABSE_URL", environment, settings, settings.apply(environment)))
                    .isFalse();
        });
    }

    @Test
    void whatTheChartSaysByDefaultIsWhatTheServicesDo() {
        var manifests = Chart.INSTALL.render(Map.of());
        SERVICES.forEach((component, settings) -> {
            var environment = environment(manifests, component);
            var fewest = new HashMap<>(environment);
            fewest.keySet()
                    .retainAll(Set.of("DAPPLE_DATABASE_URL", "DAPPLE_DATABASE_PASSWORD_FILE", "DAPPLE_RESULT_DIR"));
            assertThat(settings.apply(environment)).isEqualTo(settings.apply(fewest));
        });
    }

    /** Passwords come as files, and the login of the services is the one that init gives a password. */
    @Test
    void everySettingOfTheServicesHasAValue() throws IOException {
        var manifests = Chart.INSTALL.render(EVERYTHING);
        var rendered = new TreeSet<String>();
        SERVICES.keySet()
                .forEach(component ->
                        rendered.addAll(manifests.environment(component).keySet()));
        var missing = new TreeSet<>(read("tap-server", "tap"));
        missing.addAll(read("datalink-service", "datalink"));
        missing.removeIf(name -> rendered.contains(name) || rendered.contains(name + "_FILE"));
        assertThat(missing)
                .containsExactly(
                        "DAPPLE_DATABASE_USER",
                        "DAPPLE_LOCATE",
                        "DAPPLE_RUCIO",
                        "DAPPLE_RUCIO_PASSWORD",
                        "DAPPLE_RUCIO_USER",
                        "DAPPLE_RUCIO_X509_FILE");
        assertThat(Chart.INSTALL
                        .render(Map.of(
                                "datalink.rucio.url", "https://r.example.org",
                                "datalink.rucio.user", "u",
                                "datalink.rucio.passwordSecret", "s"))
                        .environment("datalink-service"))
                .containsKeys("DAPPLE_RUCIO_USER", "DAPPLE_RUCIO_PASSWORD_FILE");
        assertThat(Chart.INSTALL
                        .render(Map.of("datalink.rucio.url", "https://r.example.org", "datalink.rucio.x509Secret", "s"))
                        .environment("datalink-service"))
                .containsKey("DAPPLE_RUCIO_X509_FILE");
    }

    private static Set<String> read(String module, String service) throws IOException {
        var folder = Path.of("..", module, "src", "main", "java", "org", "dapple", service, "config");
        var names = new TreeSet<String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Pattern.compile("\"(DAPPLE_[A-Z0-9_]+)\"")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> names.add(found.group(1)));
            }
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("org.dapple.helm.Bound#all")
    void eachBoundOfTheSchemaIsThatOfTheService(Bound bound) {
        var settings = SERVICES.get(bound.component());
        assertThat(settings.apply(bound.within())).isNotNull();
        assertThatThrownBy(() -> settings.apply(bound.beyond()))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageMatching("(?s).*(%s|%s).*"
                        .formatted(bound.variable(), bound.variable().replace("_HARD_", "_DEFAULT_")));
    }

    private static Map<String, String> environment(Manifests manifests, String component) {
        var environment = new HashMap<>(manifests.environment(component));
        environment.keySet().removeIf(name -> !name.startsWith("DAPPLE_"));
        environment.replaceAll((name, value) -> value.replaceFirst("^/run/dapple/", secrets + "/"));
        return environment;
    }
}
