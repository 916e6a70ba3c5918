package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.Program;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each format as the service answers with it. */
class FormatsTest {

    private static final String QUERY = "SELECT * FROM ivoa.obscore ORDER BY obs_publisher_did";

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        votable    | application/x-votable+xml                       | <?xml version="1.0" encoding="UTF-8"?>
        votable/b2 | application/x-votable+xml;serialization=BINARY2 | <?xml version="1.0" encoding="UTF-8"?>
        votable/b  | application/x-votable+xml;serialization=BINARY  | <?xml version="1.0" encoding="UTF-8"?>
        csv        | text/csv                                        | dataproduct_type,
        tsv        | text/tab-separated-values                       | dataproduct_type
        json       | application/json                                | {"metadata":[
        text       | text/plain;charset=UTF-8                        | dataproduct_type
        html       | text/html;charset=UTF-8                         | <!DOCTYPE html>
        fits       | application/fits                                | SIMPLE  =                    T
        parquet    | application/vnd.apache.parquet                  | PAR1
        """)
    void aFormatIsAnsweredWithItsMediaType(String format, String mediaType, String start) {
        HttpResponse<String> answer = SERVER.get("/tap/sync", Map.of("QUERY", QUERY, "RESPONSEFORMAT", format));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(mediaType);
        assertThat(answer.body()).startsWith(start);
    }

    @ParameterizedTest
    @CsvSource({"votable/b2, votable", "votable/b, votable", "fits, fits"})
    void stilReadsTheSameFromEveryFormat(String format, String reader) {
        assertThat(asReadByStil(format, reader))
                .isEqualTo(asReadByStil("votable", "votable"))
                .contains("obs_publisher_did");
    }

    private static String asReadByStil(String format, String reader) {
        String url = SERVER.url(
                "/tap/sync?RESPONSEFORMAT=" + format + "&QUERY=" + URLEncoder.encode(QUERY, StandardCharsets.UTF_8));
        Program.Result result = Program.stilts().run("tcopy", "ifmt=" + reader, "ofmt=csv", "in=" + url, "out=-");
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }
}
