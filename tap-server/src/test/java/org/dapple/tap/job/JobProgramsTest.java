package org.dapple.tap.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.dapple.dbinit.Migrations;
import org.dapple.tap.RealObservations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.Program;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The astronomers' own programs run jobs. */
class JobProgramsTest {

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

    @Test
    void taplintFindsNothingWrongWithJobs() {
        Program.Result report = Program.stilts()
                .run("taplint", "tapurl=" + SERVER.url("/tap"), "stages=TMV TME QAS UWS", "maxrepeat=20");

        assertThat(report.output()).as(report.output()).contains("Totals: Errors: 0; Warnings: 0;");
    }

    @Test
    void stiltsTapqueryRunsAJob() {
        Program.Result result = Program.stilts()
                .run(
                        "tapquery",
                        "tapurl=" + SERVER.url("/tap"),
                        "sync=false",
                        "adql=SELECT target_name, s_ra FROM ivoa.obscore WHERE target_name = 'M83'",
                        "ofmt=csv");

        assertThat(result.output()).contains("target_name,s_ra").contains("M83,204.247");
    }

    @Test
    void pyvoCreatesRunsWaitsFetchesListsAndDeletes() {
        Program.Result result = Program.python().run("src/test/resources/pyvo_jobs.py", SERVER.url("/tap"));

        assertThat(result.output()).endsWith("all is well\n");
        assertThat(result.exitCode()).isZero();
    }
}
