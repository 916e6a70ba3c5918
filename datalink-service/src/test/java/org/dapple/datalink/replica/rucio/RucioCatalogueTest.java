package org.dapple.datalink.replica.rucio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.dapple.datalink.config.OidcClient;
import org.dapple.datalink.config.RucioSettings;
import org.dapple.datalink.replica.CatalogueException;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.replica.ReplicaCatalogue;
import org.dapple.datalink.replica.ReplicaCatalogueContract;
import org.dapple.datalink.replica.wire.Wire;
import org.dapple.testkit.TestRucio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RucioCatalogueTest implements ReplicaCatalogueContract.WithRuciosColumns {

    private final TestRucio rucio = RucioLake.start();
    private final Wire wire = new Wire(Duration.ofSeconds(2), 1 << 20);
    private final RucioCatalogue catalogue = new RucioCatalogue(RucioLake.settings(rucio), wire);

    @AfterEach
    void stop() {
        wire.close();
        rucio.close();
    }

    @Override
    public ReplicaCatalogue catalogue() {
        return catalogue;
    }

    @Test
    void asksOnceForManyAndLogsInOnce() throws CatalogueException {
        catalogue.find(Set.of(TWO, COPYING), Deadline.in(IN_TIME));
        catalogue.find(Set.of(TWO), Deadline.in(IN_TIME));

        assertThat(rucio.listings()).isEqualTo(2);
        assertThat(rucio.logins()).isEqualTo(1);
    }

    @Test
    void renewsATokenThatHasExpired() throws CatalogueException {
        catalogue.find(Set.of(TWO), Deadline.in(IN_TIME));
        rucio.expireTokens();

        assertThat(catalogue.find(Set.of(TWO), Deadline.in(IN_TIME)).of(TWO)).isPresent();
        assertThat(rucio.logins()).isEqualTo(2);
    }

    @Test
    void logsInWithClientCredentials() throws CatalogueException {
        RucioCatalogue byOidc = new RucioCatalogue(
                with(new RucioSettings.Oidc(new OidcClient(
                        URI.create(rucio.url() + "/token"),
                        TestRucio.USER,
                        TestRucio.PASSWORD,
                        "openid profile",
                        "rucio"))),
                wire);

        assertThat(byOidc.find(Set.of(TWO), Deadline.in(IN_TIME)).of(TWO)).isPresent();
    }

    @Test
    void logsInWithACertificate() throws CatalogueException {
        RucioCatalogue byCertificate = new RucioCatalogue(with(new RucioSettings.X509(Path.of("identity.pem"))), wire);

        assertThat(byCertificate.find(Set.of(TWO), Deadline.in(IN_TIME)).of(TWO))
                .isPresent();
        assertThat(rucio.logins()).isEqualTo(1);
    }

    @Test
    void aWrongPasswordIsAnOutageThatDoesNotTellIt() {
        RucioCatalogue stranger = new RucioCatalogue(with(new RucioSettings.UserPass(TestRucio.USER, "wrong")), wire);

        assertThatThrownBy(() -> stranger.find(Set.of(TWO), Deadline.in(IN_TIME)))
                .isInstanceOf(CatalogueException.class)
                .hasMessage("Rucio does not answer as it should")
                .hasRootCauseMessage("Rucio gives no token: status 401");
    }

    private RucioSettings with(RucioSettings.Authentication authentication) {
        return new RucioSettings(
                URI.create(rucio.url()), Optional.empty(), Optional.empty(), authentication, Duration.ofSeconds(1));
    }
}
