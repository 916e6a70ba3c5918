package org.dapple.datalink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dapple.datalink.config.DataLinkSettings;
import org.dapple.datalink.config.LinkLimits;
import org.dapple.datalink.config.MemorySettings;
import org.dapple.datalink.place.GeoIpFile;
import org.dapple.datalink.place.Place;
import org.dapple.datalink.web.DataLinkWebapp;
import org.dapple.dbinit.Migrations;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where clients are by their addresses: one of them is in Johannesburg, behind one proxy of ours. */
class AddressesTest {

    private static final String KNOWN = "192.0.2.7";

    @TempDir
    private static Path folder;

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new DataLinkWebapp(new DataLinkSettings(
            TestSettings.database(DATABASE),
            Optional.empty(),
            List.of("table"),
            Optional.empty(),
            Optional.empty(),
            MemorySettings.DEFAULT,
            new LinkLimits(5, 2, 1),
            Optional.of(cities()))));

    private static Path cities() {
        try {
            return CityFile.write(folder.resolve("cities.mmdb"), KNOWN, new Place(-26.2, 28.05));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void insert() {
        TestLake.insertInto(DATABASE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "192.0.2.7 | - | km from client_ip_address",
                "192.0.2.8 | - | the place of the client is not known",
                "::ffff:192.0.2.7 | - | km from client_ip_address",
                "2001:db8::1 | - | the place of the client is not known",
                "localhost | - | the place of the client is not known",
                "- | 192.0.2.7 | km from the client's address",
                "- | 198.51.100.1, 192.0.2.7 | km from the client's address",
                "- | 192.0.2.7, 198.51.100.1 | the place of the client is not known",
                "- | - | the place of the client is not known",
                "192.0.2.8 | 192.0.2.7 | km from the client's address"
            })
    void theAddressThatACountedProxyOrTheClientTellsIsAPlace(String parameter, String forwarded, String reason)
            throws Exception {
        String links = links(parameter, forwarded);

        assertThat(links).contains(reason);
        assertThat(links.indexOf("replica:CAPE") < links.indexOf("replica:JODRELL"))
                .as("Cape Town comes first where it is known to be near")
                .isEqualTo(reason.startsWith("km"));
    }

    @Test
    void aFileThatIsNoSuchDatabaseIsToldByItsName(@TempDir Path other) throws IOException {
        Path none = Files.writeString(other.resolve("none.mmdb"), "none");

        assertThatThrownBy(() -> new GeoIpFile(none))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the MaxMind database " + none + " cannot be read");
    }

    private static String links(String parameter, String forwarded) throws Exception {
        String address = parameter == null ? "" : "&client_ip_address=" + parameter;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(SERVER.url("/links?RESPONSEFORMAT=csv&ID=lake:m83.fits" + address)));
        if (forwarded != null) {
            request.header("X-Forwarded-For", forwarded);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }
}
