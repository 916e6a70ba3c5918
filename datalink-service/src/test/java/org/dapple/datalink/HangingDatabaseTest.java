package org.dapple.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dapple.dali.param.Parameters;
import org.dapple.datalink.config.DataLinkSettings;
import org.dapple.datalink.config.DatabaseSettings;
import org.dapple.datalink.config.LinkLimits;
import org.dapple.datalink.config.MemorySettings;
import org.dapple.datalink.replica.rucio.RucioLake;
import org.dapple.datalink.request.LinksRequest;
import org.dapple.dbinit.Migrations;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestRucio;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A database that takes questions and does not answer: the right document, without metadata, in time. */
class HangingDatabaseTest {

    private static final String FILE = "c:two copies/a&b.fits";
    private static final Duration LIMIT_AND_MARGIN = RucioLake.LIMIT.plusMillis(700);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    private static final TestRucio RUCIO = RucioLake.start();

    @AfterAll
    static void stop() {
        RUCIO.close();
    }

    @Test
    void linksDoNotWaitForAQueryThatHangs() throws Exception {
        try (Wiring wiring = wiring(TestSettings.database(DATABASE), "rucio");
                Connection locker = DATABASE.connect()) {
            assertThat(csv(wiring, FILE)).contains("replica:FAR", "replica:TAPE");
            lock(locker);
            Instant before = Instant.now();

            assertThat(csv(wiring, FILE, "c:unknown"))
                    .contains("replica:FAR", "replica:TAPE")
                    .contains("NotFoundFault: there is no c:unknown");
            assertThat(Duration.between(before, Instant.now())).isLessThan(LIMIT_AND_MARGIN);
        }
    }

    @Test
    void linksDoNotWaitForAConnectionThatHangs() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Wiring wiring = wiring(
                        new DatabaseSettings(
                                "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/dapple", "dapple", ""),
                        "rucio")) {
            Instant before = Instant.now();

            assertThat(csv(wiring, FILE)).contains("replica:FAR", "replica:TAPE");
            assertThat(Duration.between(before, Instant.now())).isLessThan(LIMIT_AND_MARGIN);
            assertThat(wiring.problem())
                    .hasValueSatisfying(problem -> assertThat(problem).startsWith("the database does not answer"));
        }
    }

    @Test
    void aTableOfReplicasThatHangsLeavesTheNextCatalogueItsTime() throws Exception {
        try (Wiring wiring = wiring(TestSettings.database(DATABASE), "table", "rucio");
                Connection locker = DATABASE.connect()) {
            lock(locker);
            Instant before = Instant.now();

            assertThat(csv(wiring, FILE)).contains("replica:FAR", "replica:TAPE");
            assertThat(Duration.between(before, Instant.now()))
                    .isLessThan(DatabaseSettings.TIMEOUT.plus(LIMIT_AND_MARGIN));
        }
    }

    /** Whoever reads from the tables of metadata waits until the end of this transaction. */
    private static void lock(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE rucio.dids, ivoa.obscore IN ACCESS EXCLUSIVE MODE");
        }
    }

    private static Wiring wiring(DatabaseSettings database, String... catalogues) {
        return new Wiring(new DataLinkSettings(
                database,
                Optional.of(URI.create("https://lake.example.org/datalink")),
                List.of(catalogues),
                Optional.of(RucioLake.settings(RUCIO)),
                Optional.empty(),
                new MemorySettings(Duration.ZERO, Duration.ofHours(1)),
                LinkLimits.DEFAULT,
                Optional.empty()));
    }

    private static String csv(Wiring wiring, String... ids) throws IOException {
        LinksRequest request = LinksRequest.of(Parameters.of(Map.of("ID", List.of(ids))), Optional.empty());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String url = "https://lake.example.org/datalink/links";
        wiring.linksDocument().write(wiring.linkService().answer(request, url), "csv", url, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
