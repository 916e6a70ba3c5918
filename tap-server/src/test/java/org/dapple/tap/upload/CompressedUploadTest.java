package org.dapple.tap.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.RealObservations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.config.UploadLimits;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads that are compressed: with gzip, and Parquet. */
class CompressedUploadTest {

    private static final UploadLimits LIMITS = new UploadLimits(1 << 20, 100_000, 100, 3, true);
    private static final Path TYPES = Path.of("src", "test", "resources", "upload", "types.xml");
    private static final ParquetSpecimen SPECIMEN = new ParquetSpecimen(
            "optional int32 id; optional int64 large; optional boolean truth; optional float single;"
                    + " optional double twofold; optional binary words (STRING);");

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

    @Test
    void aTableIsReadAsIfItWereNotCompressed() throws IOException {
        String query = "SELECT * FROM TAP_UPLOAD.mine ORDER BY 1";
        byte[] votable = Files.readAllBytes(TYPES);

        assertThat(send(query, gzip(votable)).body())
                .isEqualTo(send(query, votable).body())
                .contains("\r\n3,");
        assertThat(send(query, gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                        .body())
                .isEqualToNormalizingNewlines("a,b\n1,2\n");
    }

    @Test
    void aBombIsNotUnpackedBeyondTheLimit() {
        byte[] bomb = gzip(("a\n" + "1".repeat(1000) + "\n").repeat(300_000).getBytes(StandardCharsets.UTF_8));
        assertThat(bomb).hasSizeLessThan(1 << 20);

        assertRefused(send("SELECT * FROM TAP_UPLOAD.mine", bomb), 413, "more than 1,048,576 bytes", "uncompressed");
    }

    @Test
    void whatIsCutOffOrCompressedTwiceIsToldSo() {
        byte[] whole = gzip("a,b\n1,2\n".repeat(1000).getBytes(StandardCharsets.UTF_8));

        for (int length : new int[] {2, 9, 12, whole.length - 1}) {
            assertRefused(
                    send("SELECT * FROM TAP_UPLOAD.mine", Arrays.copyOf(whole, length)),
                    400,
                    "Table mine begins as a file compressed with gzip, but cannot be decompressed");
        }
        assertRefused(send("SELECT * FROM TAP_UPLOAD.mine", gzip(whole)), 400, "compressed twice");
    }

    @ParameterizedTest
    @EnumSource(
            value = CompressionCodecName.class,
            names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
    void parquetOfOtherProgramsIsRead(CompressionCodecName codec) {
        byte[] table = SPECIMEN.write(codec, 3, (number, row) -> {
            if (number < 2) {
                row.append("id", number)
                        .append("large", Long.MIN_VALUE)
                        .append("truth", number == 1)
                        .append("single", 1.5f)
                        .append("twofold", 1e300)
                        .append("words", "Übel ☃ \"" + number + "\"");
            }
        });

        assertThat(send("SELECT * FROM TAP_UPLOAD.mine ORDER BY id", table).body())
                .isEqualToNormalizingNewlines("""
                        id,large,truth,single,twofold,words
                        0,-9223372036854775808,false,1.5,1.0E300,"Übel ☃ ""0""\"
                        1,-9223372036854775808,true,1.5,1.0E300,"Übel ☃ ""1""\"
                        ,,,,,
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "fits", "votable", "votable/b2", "csv"})
    void aResultOfTheServiceIsTakenBack(String format) throws Exception {
        String query = "SELECT obs_publisher_did, s_ra, s_dec, calib_level, access_estsize, target_name FROM %s"
                + " ORDER BY obs_publisher_did";
        HttpResponse<byte[]> result = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(SERVER.url("/tap/sync?RESPONSEFORMAT=" + format + "&QUERY="
                                        + URLEncoder.encode(query.formatted("ivoa.obscore"), StandardCharsets.UTF_8))))
                                .build(),
                        BodyHandlers.ofByteArray());

        String back = send(query.formatted("TAP_UPLOAD.mine"), result.body()).body();

        assertThat(back)
                .isEqualTo(send(query.formatted("ivoa.obscore"), "a\n1\n".getBytes(StandardCharsets.UTF_8))
                        .body());
        assertThat(back.lines()).hasSizeGreaterThan(17);
    }

    @Test
    void shapesAndTimesComeBackFromParquet() throws Exception {
        String query = "SELECT TOP 3 obs_id, POINT(s_ra, s_dec) AS p, CAST('2026-11-24T01:02:03' AS TIMESTAMP) AS t"
                + " FROM ivoa.obscore WHERE target_name = 'M83'";
        byte[] result = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(SERVER.url("/tap/sync?RESPONSEFORMAT=parquet&QUERY="
                                        + URLEncoder.encode(query, StandardCharsets.UTF_8))))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();

        assertThat(send(
                                "SELECT t FROM TAP_UPLOAD.mine AS m WHERE CONTAINS(m.p, CIRCLE(204.2, -29.9, 1)) = 1"
                                        + " AND t > '2026-11-24T01:02:02'",
                                result)
                        .body())
                .isEqualToNormalizingNewlines("t\n2026-11-24T01:02:03\n");
    }

    @Test
    void aTextThatParquetHoldsOnceCountsInEveryRow() {
        String longText = "x".repeat(10_000);
        byte[] bomb = SPECIMEN.write(CompressionCodecName.GZIP, 50_000, (number, row) -> row.append("words", longText));
        assertThat(bomb).hasSizeLessThan(200_000);

        assertRefused(send("SELECT * FROM TAP_UPLOAD.mine", bomb), 413, "larger than 1,048,576 bytes");
    }

    @Test
    void parquetThatIsDamagedIsToldSo() {
        byte[] whole = SPECIMEN.write(CompressionCodecName.SNAPPY, 100, (number, row) -> row.append("id", number));

        for (int length : new int[] {4, 8, 12, whole.length / 2, whole.length - 1}) {
            assertRefused(
                    send("SELECT * FROM TAP_UPLOAD.mine", Arrays.copyOf(whole, length)),
                    400,
                    "Table mine begins as Parquet but cannot be read to its end");
        }
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String... words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body())
                .contains("value=\"ERROR\"")
                .contains(words)
                .doesNotContain("Exception", "org.", "/tmp");
    }

    private static HttpResponse<String> send(String query, byte[] table) {
        return new MultipartForm()
                .parameter("QUERY", query)
                .parameter("UPLOAD", "mine,param:data")
                .parameter("FORMAT", "csv")
                .file("data", table)
                .postTo(SERVER.url("/tap/sync"));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
