package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.config.QueryLimits;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TAP 1.1 §2.7.4, on 17 rows, with a default limit of 10 and a hard limit of 15. */
class MaxRecTest {

    private static final QueryLimits LIMITS = new QueryLimits(10, 15, Duration.ofSeconds(60), 2, Duration.ofSeconds(5));

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE, LIMITS)));

    @BeforeAll
    static void insert() {
        RealObservations.insertInto(DATABASE);
    }

    @ParameterizedTest(name = "MAXREC={1}: {0}")
    @CsvSource({
        "SELECT obs_id FROM ivoa.obscore, 5, 5, true",
        "SELECT obs_id FROM ivoa.obscore, 0, 0, true",
        "SELECT TOP 3 obs_id FROM ivoa.obscore, 5, 3, false",
        "SELECT TOP 8 obs_id FROM ivoa.obscore, 5, 5, true",
        "SELECT TOP 5 obs_id FROM ivoa.obscore, 5, 5, false",
        "SELECT TOP 0 obs_id FROM ivoa.obscore, 5, 0, false",
        "SELECT obs_id FROM ivoa.obscore, 1000000000, 15, true",
        "SELECT obs_id FROM ivoa.obscore, 99999999999999999999, 15, true",
        "SELECT obs_id FROM ivoa.obscore, '', 10, true",
        "SELECT obs_id FROM ivoa.obscore WHERE calib_level = 0, '', 10, false",
    })
    void overflowIsSaidOnlyWhereRowsWereCut(String query, String maxRec, int rows, boolean overflow) {
        HttpResponse<String> answer = SERVER.get("/tap/sync", Map.of("QUERY", query, "MAXREC", maxRec));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().split("<TR>", -1)).hasSize(rows + 1);
        assertThat(answer.body().contains("value=\"OVERFLOW\"")).isEqualTo(overflow);
    }

    @Test
    void aRequestForMetadataHasTheFields() {
        assertThat(SERVER.get("/tap/sync", Map.of("QUERY", "SELECT s_ra FROM ivoa.obscore", "MAXREC", "0"))
                        .body())
                .contains("name=\"s_ra\"", "unit=\"deg\"", "ucd=\"pos.eq.ra\"")
                .contains("utype=\"obscore:Char.SpatialAxis.Coverage.Location.Coord.Position2D.Value2.C1\"")
                .contains("<DESCRIPTION>ICRS right ascension of the centre</DESCRIPTION>");
    }
}
