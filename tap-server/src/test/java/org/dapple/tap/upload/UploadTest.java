package org.dapple.tap.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.Golden;
import org.dapple.testkit.Program;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that a query brings along, as parts of the request. */
class UploadTest {

    private static final Path TYPES = Path.of("src", "test", "resources", "upload", "types.xml");

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @ParameterizedTest
    @CsvSource({
        "votable-tabledata, types_tabledata",
        "votable-binary-inline, types_binary",
        "votable-binary2-inline, types",
        "votable-fits-inline, types_fits",
        "fits-basic, types_fits"
    })
    void everyTypeOfEverySerialisationComesBackEqual(String format, String golden, @TempDir Path folder)
            throws IOException {
        Path table = folder.resolve("types");
        // FITS has no characters beyond ASCII, and no xtypes. BINARY has no text that is not there, only empty ones.
        // STILTS writes NaN where a number of TABLEDATA is not there.
        String without = !golden.equals("types_fits") ? "" : "delcols 'letters moment pos disc outline'";
        Program.Result made =
                Program.stilts().run("tpipe", "in=" + TYPES, "cmd=" + without, "out=" + table, "ofmt=" + format);
        assertThat(made.exitCode()).as(made.output()).isZero();

        String rows = csv("SELECT * FROM TAP_UPLOAD.types ORDER BY id", Files.readAllBytes(table));

        Golden.assertMatches("upload/" + golden + ".csv", rows);
    }

    @Test
    void whatDescribesAColumnComesBack() throws IOException {
        HttpResponse<String> answer = form("SELECT * FROM TAP_UPLOAD.types")
                .file("data", Files.readAllBytes(TYPES))
                .postTo(SERVER.url("/tap/sync"));

        assertThat(answer.body())
                .contains("<FIELD name=\"single\" datatype=\"float\" unit=\"mag\" ucd=\"phot.mag\" utype=\"a:b.c\">")
                .contains("How bright &amp; faint")
                .contains("xtype=\"timestamp\"", "xtype=\"point\"", "xtype=\"circle\"", "xtype=\"polygon\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id FROM TAP_UPLOAD.types | 1,2,3",
                "SELECT id FROM tap_upload.TYPES WHERE truth IS NULL | 3",
                "SELECT t.id FROM TAP_UPLOAD.types AS t WHERE CONTAINS(t.pos, CIRCLE(10, 20, 1)) = 1 | 1",
                "SELECT id FROM TAP_UPLOAD.types WHERE CONTAINS(POINT(10, 20.4), disc) = 1 | 1",
                "SELECT id FROM TAP_UPLOAD.types WHERE INTERSECTS(outline, CIRCLE(0, 0, 1)) = 1 | 2",
                "SELECT id FROM TAP_UPLOAD.types WHERE single IS NULL | 3",
                "SELECT id FROM TAP_UPLOAD.types WHERE moment > '2000-01-01' | 1",
                "SELECT COUNT(*) AS n FROM TAP_UPLOAD.types AS a JOIN TAP_UPLOAD.types AS b ON a.id = b.id | 3",
            })
    void aTableIsAskedLikeAnyOther(String query, String expected) throws IOException {
        String rows = csv(query, Files.readAllBytes(TYPES));

        assertThat(rows.lines().skip(1).collect(Collectors.joining(","))).isEqualTo(expected);
    }

    @Test
    void namesAreKeptWhereTheyCan() {
        String table = "ra,RA,ra,select,,xmin,\"odd \"\"name\"\"\"\n1,2,3,4,5,6,7\n";

        assertThat(csv("SELECT * FROM TAP_UPLOAD.types", table.getBytes(StandardCharsets.UTF_8)))
                .startsWith("ra,");
        assertThat(csv(
                        "SELECT \"RA\" AS a, ra AS b, ra_2 AS c, \"select\" AS d, xmin_2 AS e, \"odd \"\"name\"\"\" AS f, col5 AS g"
                                + " FROM TAP_UPLOAD.types",
                        table.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a,b,c,d,e,f,g\n2,1,3,4,6,7,5\n");
    }

    @Test
    void severalTablesAreJoined() {
        HttpResponse<String> answer = new MultipartForm()
                .parameter(
                        "QUERY",
                        "SELECT a.name, b.name AS other FROM TAP_UPLOAD.one AS a JOIN TAP_UPLOAD.two AS b"
                                + " ON a.id = b.id ORDER BY a.id")
                .parameter("UPLOAD", "one,param:first;two,param:second")
                .parameter("FORMAT", "csv")
                .file("first", "id,name\n1,Sancho\n2,Quixote\n")
                .file("second", "id,name\n1,Dapple\n2,Rocinante\n")
                .postTo(SERVER.url("/tap/sync"));

        assertThat(answer.body()).isEqualToNormalizingNewlines("name,other\nSancho,Dapple\nQuixote,Rocinante\n");
    }

    @Test
    void aRepeatedParameterNamesSeveralTables() {
        HttpResponse<String> answer = new MultipartForm()
                .parameter("QUERY", "SELECT a.id FROM TAP_UPLOAD.one AS a NATURAL JOIN TAP_UPLOAD.two AS b")
                .parameter("UPLOAD", "one,param:first")
                .parameter("UPLOAD", "TAP_UPLOAD.two,param:second")
                .parameter("FORMAT", "csv")
                .file("first", "id\n1\n2\n")
                .file("second", "id\n2\n3\n")
                .postTo(SERVER.url("/tap/sync"));

        assertThat(answer.body()).isEqualToNormalizingNewlines("id\n2\n");
    }

    @Test
    void nothingOfAnUploadIsLeftOrPublished() {
        csv("SELECT COUNT(*) AS n FROM TAP_UPLOAD.types", "id\n1\n".getBytes(StandardCharsets.UTF_8));

        assertThat(SERVER.get("/tap/sync", Map.of("QUERY", "SELECT * FROM TAP_UPLOAD.types", "FORMAT", "csv"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(SERVER.get(
                                "/tap/sync",
                                Map.of(
                                        "QUERY",
                                        "SELECT table_name FROM TAP_SCHEMA.tables WHERE schema_name ILIKE '%upload%'",
                                        "FORMAT",
                                        "csv"))
                        .body())
                .isEqualToNormalizingNewlines("table_name\n");
    }

    @Test
    void manyUploadsOneAfterTheOtherFindNothingOfThoseBefore() {
        for (int i = 0; i < 25; i++) {
            assertThat(csv("SELECT id FROM TAP_UPLOAD.types", ("id\n" + i + "\n").getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo("id\n" + i + "\n");
        }
    }

    @Test
    void aHundredThousandRowsAreTaken() {
        String rows = IntStream.range(0, 100_000)
                .mapToObj(i -> i + "," + i % 360 + ".5," + (i % 180 - 89.5))
                .collect(Collectors.joining("\n", "id,ra,dec\n", "\n"));

        assertThat(csv(
                        "SELECT COUNT(*) AS n, MAX(id) AS largest FROM TAP_UPLOAD.types",
                        rows.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("n,largest\n100000,99999\n");
    }

    private static MultipartForm form(String query) {
        return new MultipartForm().parameter("QUERY", query).parameter("UPLOAD", "types,param:data");
    }

    private static String csv(String query, byte[] table) {
        HttpResponse<String> answer =
                form(query).parameter("FORMAT", "csv").file("data", table).postTo(SERVER.url("/tap/sync"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replace("\r\n", "\n");
    }
}
