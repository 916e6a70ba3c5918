package org.dapple.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 9110 wants of every resource. */
class HttpTest {

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/tap, 200",
        "/tap/capabilities, 200",
        "/tap/tables, 200",
        "/tap/tables?detail=min, 200",
        "/tap/tables/ivoa.obscore, 200",
        "/tap/tables/ivoa.nosuch, 404",
        "/tap/examples, 200",
        "/tap/availability, 200",
        "/tap/async, 200",
        "/tap/async/nosuch, 404",
        "/tap/sync?QUERY=SELECT+1+AS+n+FROM+tap_schema.tables, 200",
        "/tap/sync?QUERY=SELECT+1+AS+n+FROM+tap_schema.tables&FORMAT=csv, 200",
        "/tap/sync?QUERY=SELECT+nosuch+FROM+ivoa.obscore, 400",
        "/tap/sync?QUERY=SELECT+1+AS+n+FROM+tap_schema.tables&FORMAT=nosuch, 400",
        "/tap/sync, 400",
        "/tap/explain?QUERY=SELECT+1+AS+n+FROM+tap_schema.tables, 200",
        "/health/live, 200",
        "/health/ready, 200",
        "/nowhere, 404"
    })
    void headAnswersAsGetWithoutABody(String path, int status) {
        HttpResponse<String> get = send("GET", path);
        HttpResponse<String> head = send("HEAD", path);

        assertThat(get.statusCode()).isEqualTo(status);
        assertThat(head.statusCode()).isEqualTo(status);
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(get.headers().firstValue("Content-Type"));
        assertThat(head.body()).isEmpty();
        assertThat(get.body()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /tap/capabilities",
        "HEAD, /tap/capabilities",
        "OPTIONS, /tap/sync",
        "GET, /tap/sync",
        "POST, /tap/capabilities",
        "GET, /nowhere",
        "GET, /tap/async/nosuch",
        "GET, /health/live"
    })
    void scriptsOfAnySiteMayReadWhateverIsAnswered(String method, String path) {
        assertThat(send(method, path).headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
    }

    @Test
    void aHeadOfAQueryDoesNotRunIt() {
        String divides = "/tap/sync?QUERY=SELECT+1/(table_index-table_index)+AS+n+FROM+tap_schema.tables";

        assertThat(send("GET", divides).statusCode()).isEqualTo(400);
        assertThat(send("HEAD", divides).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/tap/capabilities, 'GET, HEAD, OPTIONS'",
        "/tap/sync, 'GET, HEAD, OPTIONS, POST'",
        "/tap/async, 'GET, HEAD, OPTIONS, POST'",
        "/tap/async/j, 'GET, HEAD, OPTIONS, POST, DELETE'",
        "/tap/async/j/phase, 'GET, HEAD, OPTIONS, POST'",
        "/tap/async/j/quote, 'GET, HEAD, OPTIONS'",
        "/tap/async/j/results/result, 'GET, HEAD, OPTIONS'"
    })
    void optionsNamesTheMethodsThatThereAre(String path, String methods) {
        assertThat(send("OPTIONS", path).headers().firstValue("Allow")).contains(methods);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tap", "/tap/capabilities", "/tap/tables", "/tap/tables/ivoa.obscore", "/tap/examples"})
    void whatAClientHasIsNotSentAgain(String path) {
        String tag = send("GET", path).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = send("GET", path, "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(again.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(send("GET", path, "If-None-Match", "\"another\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCompressedDocumentHasATagOfItsOwnThatIsKnownAgain() {
        HttpResponse<String> compressed = send("GET", "/tap/tables", "Accept-Encoding", "gzip");
        String tag = compressed.headers().firstValue("ETag").orElseThrow();

        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(tag)
                .isNotEqualTo(
                        send("GET", "/tap/tables").headers().firstValue("ETag").orElseThrow());
        assertThat(send("GET", "/tap/tables", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    private static HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(SERVER.url(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " is not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
