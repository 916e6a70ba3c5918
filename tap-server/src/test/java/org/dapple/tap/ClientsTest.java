package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import org.dapple.dbinit.Migrations;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.Program;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The astronomers' own programs against a running service. */
class ClientsTest {

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @BeforeAll
    static void insert() {
        RealObservations.insertInto(DATABASE);
    }

    /** Of metadata, capabilities, availability, synchronous queries, result columns, examples and ObsCore. */
    @Test
    void taplintFindsNoErrorAndWarnsOfOneFeatureThatItDoesNotKnow() {
        Program.Result report = Program.stilts()
                .run(
                        "taplint",
                        "tapurl=" + SERVER.url("/tap"),
                        "stages=TMV TME TMS TMC CPV CAP AVV QGE QPO MDQ EXA OBS",
                        "maxrepeat=20");

        assertThat(report.output())
                .as(report.output())
                .contains("Totals: Errors: 0; Warnings: 1;")
                .contains("Custom feature type \"ivo://ivoa.net/std/tapregext#features-adql-conditional\"");
    }

    @Test
    void stiltsTapqueryGetsRows() {
        Program.Result result = Program.stilts()
                .run(
                        "tapquery",
                        "tapurl=" + SERVER.url("/tap"),
                        "sync=true",
                        "adql=SELECT target_name, s_ra FROM ivoa.obscore WHERE target_name = 'M83'",
                        "ofmt=csv");

        assertThat(result.output()).contains("target_name,s_ra").contains("M83,204.247");
    }

    @Test
    void pyvoSearchesListsAndDescribes() {
        Program.Result result = Program.python().run("src/test/resources/pyvo_client.py", SERVER.url("/tap"));

        assertThat(result.output()).endsWith("all is well\n");
        assertThat(result.exitCode()).isZero();
    }
}
