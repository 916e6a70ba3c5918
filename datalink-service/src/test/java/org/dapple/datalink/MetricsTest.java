package org.dapple.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dapple.datalink.config.DataLinkSettings;
import org.dapple.datalink.config.LinkLimits;
import org.dapple.datalink.config.MemorySettings;
import org.dapple.datalink.replica.rucio.RucioLake;
import org.dapple.datalink.web.DataLinkWebapp;
import org.dapple.dbinit.Migrations;
import org.dapple.testkit.RucioMood;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestRucio;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code /metrics} tells of each source. */
class MetricsTest {

    private static final String OF_RUCIO = "{outcome=\"%s\",source=\"rucio\"}";

    private static final TestRucio RUCIO = RucioLake.start();

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new DataLinkWebapp(new DataLinkSettings(
            TestSettings.database(DATABASE),
            Optional.of(URI.create("https://lake.example.org/datalink")),
            List.of("table", "rucio"),
            Optional.of(RucioLake.settings(RUCIO)),
            Optional.empty(),
            new MemorySettings(Duration.ofSeconds(1), Duration.ofHours(1)),
            LinkLimits.DEFAULT,
            Optional.empty())));

    @AfterAll
    static void stop() {
        RUCIO.close();
    }

    @Test
    void tellsWhatEachSourceDidAndWhatWasRemembered() throws InterruptedException {
        assertThat(value("dapple_datalink_source_left_alone{source=\"rucio\"}")).isEqualTo(0);
        ask("c:copying");
        ask("c:copying");

        assertThat(value("dapple_datalink_source_seconds_count" + OF_RUCIO.formatted("ok")))
                .isEqualTo(1);
        assertThat(value("dapple_datalink_source_seconds_count{outcome=\"ok\",source=\"table\"}"))
                .isEqualTo(2);
        assertThat(value("dapple_datalink_source_seconds_sum" + OF_RUCIO.formatted("ok")))
                .isPositive();
        assertThat(dids("fresh")).isEqualTo(1);
        assertThat(dids("asked")).isEqualTo(1);

        RUCIO.setMood(RucioMood.FAILING);
        Thread.sleep(1100);
        for (int i = 0; i < 6; i++) {
            ask("c:copying");
        }

        assertThat(value("dapple_datalink_source_seconds_count" + OF_RUCIO.formatted("fault")))
                .isBetween(2.0, 12.0);
        assertThat(dids("stale")).isEqualTo(6);
        assertThat(value("dapple_datalink_source_left_alone{source=\"rucio\"}")).isEqualTo(1);
        assertThat(value("dapple_datalink_source_waiting{source=\"rucio\"}")).isEqualTo(0);
        assertThat(value("hikaricp_connections_active{pool=\"dapple-datalink\"}"))
                .isEqualTo(0);
    }

    private static void ask(String id) {
        assertThat(SERVER.get("/links?ID=" + id).body()).contains("is still being copied");
    }

    private static double dids(String how) {
        return value("dapple_datalink_dids_total{how=\"%s\",source=\"rucio\"}".formatted(how));
    }

    private static double value(String figure) {
        return SERVER.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(figure + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(figure.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + figure));
    }
}
