package org.dapple.tap.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.CaseFile;
import org.dapple.tap.TestSettings;
import org.dapple.tap.config.UploadLimits;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong uploads and what they are told: {@code src/test/resources/upload/bad_uploads.txt}. */
class BadUploadTest {

    private static final UploadLimits SMALL = new UploadLimits(20_000, 10, 5, 2, false);

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE, SMALL)));

    static Stream<CaseFile.Case> cases() {
        return CaseFile.read("upload/bad_uploads.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aWrongUploadIsToldWhatIsWrong(CaseFile.Case wrong) {
        List<String> expected = wrong.expected().lines().toList();

        HttpResponse<String> answer = form(wrong.sent()).postTo(SERVER.url("/tap/sync"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(expected.get(0)));
        assertThat(unescaped(answer.body()))
                .contains("name=\"QUERY_STATUS\" value=\"ERROR\"")
                .contains(expected.subList(1, expected.size()))
                .doesNotContain("Exception", "java.", "apache.org", "SQLSTATE", "root:", "/tmp");
    }

    @Test
    void tooManyBytesAreRefusedWithTheirLimit() {
        HttpResponse<String> answer = new MultipartForm()
                .parameter("QUERY", "SELECT * FROM TAP_UPLOAD.mine")
                .parameter("UPLOAD", "mine,param:data")
                .file("data", "a\n" + "1\n".repeat(20_000))
                .postTo(SERVER.url("/tap/sync"));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("more than 20,000 bytes");
    }

    @Test
    void aPartIsNotFoundInAFormWithoutParts() {
        assertThat(SERVER.post(
                                "/tap/sync",
                                Map.of("QUERY", "SELECT * FROM TAP_UPLOAD.mine", "UPLOAD", "mine,param:data"))
                        .body())
                .contains("multipart/form-data");
    }

    /** Each line is a parameter, but {@code data=} is the content of the part; a query is there unless it is given. */
    private static MultipartForm form(String lines) {
        MultipartForm form = new MultipartForm();
        String content = "";
        String query = "SELECT * FROM TAP_UPLOAD.mine";
        for (String line : lines.lines().toList()) {
            String[] pair = line.split("=", 2);
            String value = pair[1].translateEscapes();
            switch (pair[0]) {
                case "data" -> content = value;
                case "QUERY" -> query = value;
                default -> form.parameter(pair[0], value);
            }
        }
        return form.parameter("QUERY", query).file("data", content);
    }

    private static String unescaped(String xml) {
        return xml.replace("&apos;", "'").replace("&#39;", "'").replace("&quot;", "\"");
    }
}
