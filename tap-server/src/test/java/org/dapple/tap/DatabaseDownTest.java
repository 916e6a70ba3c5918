package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.dapple.tap.config.ChangeLimits;
import org.dapple.tap.config.QueryLimits;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.config.UploadLimits;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service that started before its database, behind a proxy. */
class DatabaseDownTest {

    private static final QueryLimits IMPATIENT =
            new QueryLimits(1, 1, Duration.ofSeconds(1), 1, Duration.ofMillis(250));

    /** Port 1 belongs to a service that nobody runs. */
    private static final TapSettings SETTINGS = new TapSettings(
            "jdbc:postgresql://localhost:1/nowhere",
            "dapple_service",
            "",
            URI.create("https://vo.example.org/dapple"),
            TestSettings.PUBLISHER,
            IMPATIENT,
            TestSettings.JOBS,
            UploadLimits.DEFAULT,
            ChangeLimits.DEFAULT);

    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(SETTINGS));

    @Test
    void availabilityIsFalse() {
        assertThat(SERVER.get("/tap/availability").body())
                .contains("<vosi:available>false</vosi:available>")
                .doesNotContain("localhost", "jdbc");
    }

    @Test
    void itIsAliveButNotReady() {
        assertThat(SERVER.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(SERVER.get("/health/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void aQueryIsToldToComeBack() {
        HttpResponse<String> answer = SERVER.get("/tap/sync", Map.of("QUERY", "SELECT * FROM ivoa.obscore"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body())
                .contains("The database cannot be reached", "try again")
                .doesNotContain("localhost", "Exception");
    }

    @Test
    void anExplanationIsToldToComeBackInItsOwnFormat() {
        HttpResponse<String> answer = SERVER.get("/tap/explain", Map.of("QUERY", "SELECT * FROM ivoa.obscore"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"overloaded\"", "try again").doesNotContain("localhost", "Exception");
    }

    @Test
    void capabilitiesAreToldWithTheConfiguredUrl() {
        assertThat(SERVER.get("/tap/capabilities").body()).contains(">https://vo.example.org/dapple/tap<");
    }
}
