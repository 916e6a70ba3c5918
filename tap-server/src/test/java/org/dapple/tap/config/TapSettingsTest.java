package org.dapple.tap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.dapple.dali.config.InvalidSettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TapSettingsTest {

    @Test
    void anEmptyEnvironmentGivesTheDefaults() {
        TapSettings settings = TapSettings.fromEnvironment(Map.of());

        assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5432/dapple");
        assertThat(settings.user()).isEqualTo("dapple_service");
        assertThat(settings.baseUrl()).isNull();
        assertThat(settings.publisher())
                .isEqualTo(
                        new Publisher("dapple.example.org", "dapple.example.org", Optional.empty(), Optional.empty()));
        assertThat(settings.limits()).isEqualTo(QueryLimits.DEFAULT);
        assertThat(settings.jobs()).isEqualTo(JobSettings.DEFAULT);
    }

    @Test
    void everyVariableIsRead() {
        TapSettings settings = TapSettings.fromEnvironment(Map.ofEntries(
                Map.entry("DAPPLE_DATABASE_URL", "jdbc:postgresql://db/sky"),
                Map.entry("DAPPLE_DATABASE_USER", "reader"),
                Map.entry("DAPPLE_DATABASE_PASSWORD", "secret"),
                Map.entry("DAPPLE_BASE_URL", "https://vo.example.org/dapple"),
                Map.entry("DAPPLE_AUTHORITY", "vo.example.org"),
                Map.entry("DAPPLE_PUBLISHER", "Example Data Centre"),
                Map.entry("DAPPLE_CONTACT", "vo@example.org"),
                Map.entry("DAPPLE_SERVICE_IVOID", "ivo://vo.example.org/tap"),
                Map.entry("DAPPLE_DEFAULT_MAXREC", "10"),
                Map.entry("DAPPLE_HARD_MAXREC", "20"),
                Map.entry("DAPPLE_SYNC_SECONDS", "2.5"),
                Map.entry("DAPPLE_SYNC_CONNECTIONS", "3"),
                Map.entry("DAPPLE_CONNECTION_WAIT_SECONDS", "0.5"),
                Map.entry("DAPPLE_RESULT_DIR", "/results"),
                Map.entry("DAPPLE_CHANGE_CLIENTS", "7"),
                Map.entry("DAPPLE_ASYNC_JOBS", "5"),
                Map.entry("DAPPLE_ASYNC_QUEUE", "6"),
                Map.entry("DAPPLE_ASYNC_DEFAULT_MAXREC", "30"),
                Map.entry("DAPPLE_ASYNC_HARD_MAXREC", "40"),
                Map.entry("DAPPLE_ASYNC_SECONDS", "7"),
                Map.entry("DAPPLE_ASYNC_HARD_SECONDS", "8"),
                Map.entry("DAPPLE_JOB_RETENTION_SECONDS", "9"),
                Map.entry("DAPPLE_JOB_HARD_RETENTION_SECONDS", "10"),
                Map.entry("DAPPLE_JOB_LEASE_SECONDS", "11")));

        assertThat(settings)
                .isEqualTo(new TapSettings(
                        "jdbc:postgresql://db/sky",
                        "reader",
                        "secret",
                        URI.create("https://vo.example.org/dapple"),
                        new Publisher(
                                "vo.example.org",
                                "Example Data Centre",
                                Optional.of("vo@example.org"),
                                Optional.of("ivo://vo.example.org/tap")),
                        new QueryLimits(10, 20, Duration.ofMillis(2500), 3, Duration.ofMillis(500)),
                        new JobSettings(
                                Path.of("/results"),
                                5,
                                6,
                                30,
                                40,
                                Duration.ofSeconds(7),
                                Duration.ofSeconds(8),
                                Duration.ofSeconds(9),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(11)),
                        UploadLimits.DEFAULT,
                        new ChangeLimits(7)));
    }

    @Test
    void thePasswordIsTheFirstLineOfTheFileThatIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "open sesame\n");

        TapSettings settings = TapSettings.fromEnvironment(Map.of("DAPPLE_DATABASE_PASSWORD_FILE", file.toString()));

        assertThat(settings.password()).isEqualTo("open sesame");
    }

    @Test
    void thePasswordIsNotShown() {
        assertThat(TapSettings.fromEnvironment(Map.of("DAPPLE_DATABASE_PASSWORD", "open sesame")))
                .asString()
                .doesNotContain("sesame");
    }

    @Test
    void allProblemsAreListedAtOnce() {
        InvalidSettingsException refused = catchThrowableOfType(
                InvalidSettingsException.class,
                () -> TapSettings.fromEnvironment(Map.of(
                        "DAPPLE_DATABASE_URL", "postgres://db/sky",
                        "DAPPLE_DATABASE_PASSWORD_FILE", "/no/such/file",
                        "DAPPLE_SYNC_SECONDS", "soon",
                        "DAPPLE_SYNC_CONNECTIONS", "0")));

        assertThat(refused.problems())
                .satisfiesExactly(
                        problem -> assertThat(problem).contains("DAPPLE_DATABASE_PASSWORD_FILE", "/no/such/file"),
                        problem -> assertThat(problem).contains("DAPPLE_SYNC_SECONDS", "soon"),
                        problem -> assertThat(problem).contains("DAPPLE_DATABASE_URL", "postgres://db/sky"),
                        problem -> assertThat(problem).contains("DAPPLE_SYNC_CONNECTIONS", "0"));
    }

    @ParameterizedTest
    @CsvSource({
        "DAPPLE_BASE_URL, https://example.org/, trailing slash",
        "DAPPLE_BASE_URL, ftp://example.org, http or https",
        "DAPPLE_BASE_URL, not a url, must be a URL",
        "DAPPLE_AUTHORITY, no authority, IVOA authority",
        "DAPPLE_CONTACT, nobody, e-mail address",
        "DAPPLE_CONTACT, ftp://example.org, http or https URL",
        "DAPPLE_SERVICE_IVOID, dapple.example.org/tap, IVOA identifier",
        "DAPPLE_DEFAULT_MAXREC, -1, 0 or more",
        "DAPPLE_DEFAULT_MAXREC, many, whole number",
        "DAPPLE_HARD_MAXREC, 5, must not be less than",
        "DAPPLE_SYNC_SECONDS, 0, from 1 to 3600",
        "DAPPLE_SYNC_CONNECTIONS, 5000, from 1 to 1000",
        "DAPPLE_CONNECTION_WAIT_SECONDS, 90, from 0.25 to 60",
        "DAPPLE_CHANGE_CLIENTS, 0, from 1 to 10000",
        "DAPPLE_ASYNC_JOBS, 0, from 1 to 100",
        "DAPPLE_ASYNC_QUEUE, 0, from 1 to 1000000",
        "DAPPLE_ASYNC_SECONDS, 100000, from 1 to 86400",
        "DAPPLE_JOB_RETENTION_SECONDS, 1000000000, from 1 to 5184000",
        "DAPPLE_JOB_LEASE_SECONDS, 1, from 2 to 600",
    })
    void aWrongValueIsRefusedByName(String name, String value, String words) {
        assertThatThrownBy(() -> TapSettings.fromEnvironment(Map.of(name, value)))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(words);
    }
}
