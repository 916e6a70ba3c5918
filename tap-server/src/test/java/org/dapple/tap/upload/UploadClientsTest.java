package org.dapple.tap.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.RealObservations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.config.UploadLimits;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.Program;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The astronomers' own programs, with tables of their own. */
class UploadClientsTest {

    private static final UploadLimits OPEN = new UploadLimits(1 << 20, 1000, 100, 3, true);

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE, OPEN)));

    @BeforeAll
    static void insert() {
        RealObservations.insertInto(DATABASE);
    }

    @Test
    void pyvoUploadsTablesFilesResultsAndUrls() {
        Program.Result result = Program.python().run("src/test/resources/upload/pyvo_uploads.py", SERVER.url("/tap"));

        assertThat(result.output()).endsWith("all is well\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void stiltsTapqueryUploads(String synchronously, @TempDir Path folder) throws IOException {
        Path table = Files.writeString(folder.resolve("mine.csv"), "name,ra,dec\nhere,204.25,-29.87\nthere,1.0,2.0\n");

        Program.Result result = Program.stilts()
                .run(
                        "tapquery",
                        "tapurl=" + SERVER.url("/tap"),
                        "sync=" + synchronously,
                        "nupload=1",
                        "upload1=" + table,
                        "ufmt1=csv",
                        "upname1=mine",
                        "adql=SELECT DISTINCT m.name FROM TAP_UPLOAD.mine AS m JOIN ivoa.obscore AS o"
                                + " ON 1 = CONTAINS(POINT(o.s_ra, o.s_dec), CIRCLE(m.ra, m.dec, 0.1))",
                        "ofmt=csv");

        assertThat(result.output()).endsWith("name\nhere\n");
    }

    /** Of uploads; the warning is about a feature that it does not know, see ClientsTest. */
    @Test
    void taplintFindsNoError() {
        Program.Result report =
                Program.stilts().run("taplint", "tapurl=" + SERVER.url("/tap"), "stages=TMV CAP UPL", "maxrepeat=20");

        assertThat(report.output()).as(report.output()).contains("Totals: Errors: 0; Warnings: 1;");
    }
}
