package org.dapple.tap.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.dapple.dbinit.Migrations;
import org.dapple.tap.Demonstration;
import org.dapple.tap.TestSettings;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.Program;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The astronomers' own programs at the doors beside TAP. */
class SearchClientsTest {

    private static final String CONE = "/scs?RA=204.254&DEC=-29.865&SR=0.5&VERB=3";
    private static final String IMAGES = "/sia2/query?POS=CIRCLE+204.254+-29.865+0.5";

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    private static final SearchServer SEARCHES = new SearchServer(SERVER);

    @BeforeAll
    static void insert() {
        Demonstration.insertInto(DATABASE);
    }

    @ParameterizedTest
    @CsvSource({
        "cone, /scs, DISTANCE(s_ra; s_dec; 204.254; -29.865) <= 0.5",
        "sia2, /sia2/query, dataproduct_type IN ('image'; 'cube') AND INTERSECTS(s_region; CIRCLE(204.254; -29.865; 0.5)) = 1",
    })
    void stiltsFindsWhatTapFinds(String type, String path, String condition) {
        Program.Result result = Program.stilts()
                .run(
                        "cone",
                        "servicetype=" + type,
                        "serviceurl=" + SERVER.url(path),
                        "lon=204.254",
                        "lat=-29.865",
                        "radius=0.5",
                        "ocmd=keepcols obs_publisher_did; sort obs_publisher_did",
                        "ofmt=csv");

        assertThat(result.output().lines().toList())
                .hasSizeGreaterThan(1)
                .isEqualTo(SEARCHES.rowsOfTap(
                        "SELECT obs_publisher_did FROM ivoa.obscore WHERE " + condition.replace(';', ',')));
    }

    @Test
    void pyvoFindsWhatTapFinds() {
        Program.Result result = Program.python().run("src/test/resources/pyvo_searches.py", SERVER.url(""));

        assertThat(result.output()).endsWith("all is well\n");
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CONE,
                CONE + "&RESPONSEFORMAT=votable/b",
                CONE + "&RESPONSEFORMAT=votable/b2",
                CONE + "&MAXREC=1",
                "/scs?RA=0&DEC=90&SR=0",
                "/scs",
                IMAGES,
                IMAGES + "&RESPONSEFORMAT=votable/b",
                IMAGES + "&RESPONSEFORMAT=votable/b2",
                IMAGES + "&MAXREC=1",
                "/sia2/query?MAXREC=0",
                "/sia2/query?MAXREC=0&RESPONSEFORMAT=votable/b2",
            })
    void votlintFindsNothing(String path) {
        assertThat(Program.stilts()
                        .run("votlint", "votable=" + SERVER.url(path))
                        .output())
                .isEmpty();
    }
}
