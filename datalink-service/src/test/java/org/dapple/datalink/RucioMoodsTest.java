package org.dapple.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.dapple.dali.param.Parameters;
import org.dapple.datalink.config.DataLinkSettings;
import org.dapple.datalink.config.LinkLimits;
import org.dapple.datalink.config.MemorySettings;
import org.dapple.datalink.replica.rucio.RucioLake;
import org.dapple.datalink.request.LinksRequest;
import org.dapple.dbinit.Migrations;
import org.dapple.testkit.RucioMood;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestRucio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever Rucio does: the right document, in time. */
class RucioMoodsTest {

    private static final String FILE = "c:two copies/a&b.fits";
    private static final Duration IN_TIME = Duration.ofSeconds(6);
    private static final Duration LIMIT_AND_MARGIN = RucioLake.LIMIT.plusMillis(700);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    private TestRucio rucio;
    private Wiring wiring;

    @BeforeEach
    void start() {
        rucio = RucioLake.start();
        wiring = new Wiring(new DataLinkSettings(
                TestSettings.database(DATABASE),
                Optional.of(URI.create("https://lake.example.org/datalink")),
                List.of("rucio"),
                Optional.of(RucioLake.settings(rucio)),
                Optional.empty(),
                new MemorySettings(Duration.ZERO, Duration.ofHours(1)),
                LinkLimits.DEFAULT,
                Optional.empty()));
    }

    @AfterEach
    void stop() {
        wiring.close();
        rucio.close();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WELL", "WRONG_TYPES", "SILENT_ABOUT_ATTRIBUTES", "SILENT_ABOUT_DIDS"})
    void aFailureIsARowAndWhatIsRememberedCounts(RucioMood mood) throws IOException {
        assertThat(csv(FILE)).contains("https://far.example.org/two", "replica:TAPE");
        rucio.setMood(mood);
        Instant before = Instant.now();

        assertThat(csv(FILE)).contains("https://far.example.org/two", "replica:TAPE");
        assertThat(csv("c:copying"))
                .contains("c:copying,,,TransientFault: Rucio does not answer")
                .contains("; ask again later,,#this");
        assertThat(Duration.between(before, Instant.now())).isLessThan(IN_TIME);
    }

    @Test
    void valuesOfWrongTypesAreLeftOut() throws IOException {
        rucio.setMood(RucioMood.WRONG_TYPES);

        assertThat(csv(FILE)).contains("TransientFault: " + FILE + " exists, but no copy of it is registered");
    }

    @Test
    void faultsTellWhatIsThere() throws IOException {
        assertThat(csv("c:unknown")).contains("NotFoundFault: there is no c:unknown");
        assertThat(csv("c:none")).contains("TransientFault: c:none exists, but no copy of it is registered");
        assertThat(csv("c:copying")).contains("is still being copied");
        assertThat(csv("c:set")).contains("https://lake.example.org/datalink/links?ID=c%3Acopying");
    }

    @Test
    void comesBackWhenRucioDoes() throws Exception {
        rucio.setMood(RucioMood.FAILING);
        for (int i = 0; i < 6; i++) {
            csv(FILE);
        }
        int asked = rucio.listings();
        assertThat(csv(FILE)).contains("TransientFault: rucio has failed lately");
        assertThat(rucio.listings()).as("it is left alone").isEqualTo(asked);

        rucio.setMood(RucioMood.WELL);
        Instant limit = Instant.now().plusSeconds(15);
        while (!csv(FILE).contains("replica:FAR")) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(200);
        }
    }

    @Test
    void attributesThatHangCostOneTimeoutForAllStorageElementsAndNoReplica() throws IOException {
        rucio.setMood(RucioMood.SILENT_ABOUT_ATTRIBUTES);
        Instant before = Instant.now();

        assertThat(csv(FILE)).contains("replica:FAR", "replica:TAPE").doesNotContain("Farside");
        assertThat(Duration.between(before, Instant.now())).isLessThan(LIMIT_AND_MARGIN);
        Instant again = Instant.now();
        assertThat(csv(FILE)).contains("replica:FAR", "replica:TAPE");
        assertThat(Duration.between(again, Instant.now()))
                .as("nobody waits again")
                .isLessThan(RucioLake.LIMIT);
    }

    @Test
    void unknownDidsThatHangCostOneTimeoutForAllAndNoReplicaOfOthers() throws IOException {
        rucio.setMood(RucioMood.SILENT_ABOUT_DIDS);
        Instant before = Instant.now();

        assertThat(csv("c:unknown", FILE, "c:none", "c:set"))
                .contains("replica:FAR", "replica:TAPE")
                .contains("c:unknown,,,TransientFault: Rucio does not answer in time; ask again later")
                .contains("c:none,,,TransientFault: Rucio does not answer in time; ask again later")
                .contains("c:set,,,TransientFault: Rucio does not answer in time; ask again later");
        assertThat(Duration.between(before, Instant.now())).isLessThan(LIMIT_AND_MARGIN);
    }

    @Test
    void whatWasNotToldInTimeIsNotRememberedAsUnknown() throws IOException {
        assertThat(csv("c:set")).contains("ID=c%3Acopying");
        rucio.setMood(RucioMood.SILENT_ABOUT_DIDS);
        csv("c:none");

        assertThat(csv("c:set")).as("remembered").contains("ID=c%3Acopying");
        rucio.setMood(RucioMood.WELL);
        assertThat(csv("c:none")).contains("c:none exists, but no copy of it is registered");
    }

    /** The place of a site is Rucio's to tell as well. */
    @ParameterizedTest
    @EnumSource(names = {"SILENT", "DEAF"})
    void oneRequestWaitsOnceWhateverItAsksFor(RucioMood mood) throws IOException {
        rucio.setMood(mood);
        Instant before = Instant.now();

        assertThat(csv(Map.of("ID", List.of("c:copying", "c:set"), "site", List.of("Farside"))))
                .contains("TransientFault: ");
        assertThat(Duration.between(before, Instant.now())).isLessThan(LIMIT_AND_MARGIN);
    }

    /** A deaf one has not even given a token. */
    @ParameterizedTest
    @EnumSource(names = {"SILENT", "DEAF"})
    void manyClientsOfARucioThatHangsAreAllAnsweredInTime(RucioMood mood) throws Exception {
        rucio.setMood(mood);
        ExecutorService clients = Executors.newFixedThreadPool(64);
        Instant before = Instant.now();
        try {
            var answers = clients.invokeAll(IntStream.range(0, 64)
                    .mapToObj(i -> (Callable<String>) () -> csv("c:copying"))
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).contains("TransientFault: ");
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(Duration.between(before, Instant.now())).isLessThan(IN_TIME);
        assertThat(rucio.listings()).as("questions that wait at a time").isLessThanOrEqualTo(16);
    }

    private String csv(String... ids) throws IOException {
        return csv(Map.of("ID", List.of(ids)));
    }

    private String csv(Map<String, List<String>> parameters) throws IOException {
        LinksRequest request = LinksRequest.of(Parameters.of(parameters), Optional.empty());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String url = "https://lake.example.org/datalink/links";
        wiring.linksDocument().write(wiring.linkService().answer(request, url), "csv", url, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
