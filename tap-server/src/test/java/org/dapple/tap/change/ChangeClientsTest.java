package org.dapple.tap.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.config.ChangeLimits;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many may listen to changes, and what they cost. */
class ChangeClientsTest {

    private static final int CLIENTS = 20;

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER =
            TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE, new ChangeLimits(CLIENTS))));

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void waitingClientsHoldNoThreadAndThereIsALimit() throws Exception {
        List<HttpResponse<Stream<String>>> streams = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            streams.add(stream());
            streams.get(i).body().iterator().next();
        }
        Thread.sleep(500);
        assertThat(Thread.getAllStackTraces().values().stream()
                        .flatMap(Stream::of)
                        .map(StackTraceElement::getClassName)
                        .filter(name -> name.endsWith("ChangesServlet")))
                .isEmpty();
        HttpResponse<String> tooMany = SERVER.get("/tap/changes?WAIT=5&since=now");
        assertThat(tooMany.statusCode()).isEqualTo(503);
        assertThat(tooMany.headers().firstValue("Retry-After")).isPresent();
        assertThat(tooMany.body()).contains(CLIENTS + " clients wait for changes already");
        assertThat(SERVER.get("/tap/changes?since=now").statusCode()).isEqualTo(200);
        streams.forEach(stream -> stream.body().close());
    }

    private HttpResponse<Stream<String>> stream() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SERVER.url("/tap/changes?since=now")))
                .header("Accept", "text/event-stream")
                .build();
        return client.send(request, BodyHandlers.ofLines());
    }
}
