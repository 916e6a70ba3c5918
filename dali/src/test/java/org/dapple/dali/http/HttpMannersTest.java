package org.dapple.dali.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.kit.TomcatServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

class HttpMannersTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static TomcatServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TomcatServer(folder, (classes, context) -> serve(context));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static void serve(ServletContext context) {
        HttpManners.addTo(context);
        context.addServlet("id", new Id()).addMapping("/id");
        context.addServlet("fail", new Fail()).addMapping("/fail/*");
    }

    /** Shows the request's id as the log has it. */
    private static final class Id extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getOutputStream().print(MDC.get("request_id"));
        }
    }

    /** Fails in the way its path says. */
    private static final class Fail extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            switch (request.getPathInfo()) {
                case "/full" -> throw ServiceFault.overloaded("Too many queries.", Duration.ofMillis(2500));
                case "/late" -> failLate(response);
                case "/missing" -> throw ServiceFault.of(FaultCategory.NOT_FOUND, "There is no job <x>.");
                case "/servlet" -> throw new ServletException("secret");
                case "/deep" -> throw new StackOverflowError();
                default -> throw new IllegalStateException("secret");
            }
        }

        private static void failLate(HttpServletResponse response) throws IOException {
            response.setContentType("text/csv");
            response.getOutputStream().print("a,b\n");
            response.flushBuffer();
            throw ServiceFault.usage("too late to say");
        }
    }

    @Test
    void aFaultBecomesAnErrorDocument() throws Exception {
        HttpResponse<String> response = get("/fail/missing");
        assertFault(response, 404, "There is no job &lt;x&gt;.");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/x-votable+xml");
    }

    @Test
    void aFullServiceSaysWhenToComeAgain() throws Exception {
        HttpResponse<String> response = get("/fail/full");
        assertFault(response, 503, "Too many queries.");
        assertThat(response.headers().firstValue("Retry-After")).contains("2");
    }

    @ParameterizedTest
    @CsvSource({"/fail/else", "/fail/servlet", "/fail/deep"})
    void aFailureOfTheServiceShowsOnlyAReference(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertFault(response, 500, "tell the operator this reference: ");
        assertThat(response.body()).doesNotContain("secret", "Exception", "java");
    }

    @Test
    void aFaultAfterPartOfTheAnswerBreaksTheConnection() {
        assertThatThrownBy(() -> get("/fail/late")).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNotThereIsAFault() throws Exception {
        assertFault(get("/elsewhere?a=%3Cb%3E"), 404, ">There is no resource /elsewhere here.<");
    }

    @Test
    void headIsAnsweredWithoutABody() throws Exception {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(uri("/fail/missing")).method("HEAD", BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void scriptsOfOtherSitesMayRead() throws Exception {
        assertThat(get("/fail/missing").headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        HttpResponse<String> preflight = send(HttpRequest.newBuilder(uri("/id"))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, x-test"));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("POST"));
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("authorization, x-test");
    }

    @Test
    void aRequestKeepsItsIdOrGetsOne() throws Exception {
        HttpResponse<String> given = send(HttpRequest.newBuilder(uri("/id")).header("X-Request-Id", "proxy-17"));
        assertThat(given.headers().firstValue("X-Request-Id")).contains("proxy-17");
        assertThat(given.body()).isEqualTo("proxy-17");
        HttpResponse<String> strange = send(HttpRequest.newBuilder(uri("/id")).header("X-Request-Id", "a b<c>"));
        assertThat(strange.headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f-]{36}"));
    }

    private static void assertFault(HttpResponse<String> response, int status, String message) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">", message);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }
}
