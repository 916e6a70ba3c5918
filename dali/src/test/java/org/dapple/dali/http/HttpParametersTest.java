package org.dapple.dali.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
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
import org.dapple.dali.kit.TomcatServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpParametersTest {

    private static final String FORM = "application/x-www-form-urlencoded";
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
        ServletRegistration.Dynamic echo = context.addServlet("echo", new Echo());
        echo.addMapping("/echo");
        echo.setMultipartConfig(new MultipartConfigElement(folder.toString(), 5000, 5000, 0));
    }

    /** Shows the parameters it was sent. */
    private static final class Echo extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String parameters = new HttpParameters(1000).read(request).asMap().toString();
            response.getOutputStream().write(parameters.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest(name = "?{0}")
    @CsvSource(delimiter = '|', textBlock = """
        QUERY=SELECT+1&maxrec=5          | {maxrec=[5], QUERY=[SELECT 1]}
        a=1&A=2&&b                       | {a=[1, 2], b=[]}
        a=%E2%88%91%20%F0%9F%AB%8F%2b%26 | {a=[∑ 🫏+&]}
        a=b=c                            | {a=[b=c]}
        """)
    void parametersOfTheQueryStringAreRead(String query, String parameters) throws Exception {
        assertThat(echoed(get("/echo?" + query))).isEqualTo(parameters);
        assertThat(echoed(post("/echo", FORM, query))).isEqualTo(parameters);
    }

    @Test
    void parametersOfQueryStringAndBodyComeTogether() throws Exception {
        assertThat(echoed(post("/echo?a=1", FORM + ";charset=UTF-8", "a=2&b=3")))
                .isEqualTo("{a=[1, 2], b=[3]}");
        assertThat(echoed(send(HttpRequest.newBuilder(uri("/echo?a=1")).POST(BodyPublishers.noBody()))))
                .isEqualTo("{a=[1]}");
    }

    @Test
    void textPartsOfAMultipartBodyAreParametersAndFilesAreNot() throws Exception {
        String body = part("QUERY", "", "SELECT '∑'") + part("up", "; filename=\"t.xml\"", "<x/>") + "--b--\r\n";
        assertThat(echoed(post("/echo", "multipart/form-data; boundary=b", body)))
                .isEqualTo("{QUERY=[SELECT '∑']}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a=%               | 400 | The value of parameter a has a percent sign without two hexadecimal digits
        a=1%2             | 400 | The value of parameter a has a percent sign
        %zz=1             | 400 | The name of a parameter has a percent sign
        a=%FF             | 400 | The value of parameter a is not UTF-8.
        """)
    void badlyEncodedParametersAreAFault(String query, int status, String message) throws Exception {
        assertFault(post("/echo", FORM, query), status, message);
    }

    @Test
    void theReplacementCharacterMayBeSent() throws Exception {
        assertThat(echoed(post("/echo", FORM, "a=%EF%BF%BD"))).isEqualTo("{a=[\uFFFD]}");
        assertFault(post("/echo", FORM, "a=%EF%BF%BD%EF%BF"), 400, "The value of parameter a is not UTF-8.");
    }

    @Test
    void tooMuchIsAFault() throws Exception {
        String tooLong = "a=" + "x".repeat(1000);
        assertFault(get("/echo?" + tooLong), 413, "The query string is longer than 1,000 bytes; send less.");
        assertFault(post("/echo", FORM, tooLong), 413, "The body is longer than 1,000 bytes; send less.");
        String parts = part("a", "", "x".repeat(1001)) + "--b--\r\n";
        assertFault(post("/echo", "multipart/form-data; boundary=b", parts), 413, "The part a is longer than");
        String huge = part("a", "", "x".repeat(6000)) + "--b--\r\n";
        assertFault(post("/echo", "multipart/form-data; boundary=b", huge), 413, "The multipart body is larger");
    }

    @Test
    void aBodyOfAnotherTypeIsAFault() throws Exception {
        assertFault(post("/echo", "application/json", "{}"), 415, "The body of the POST is 'application/json'; ");
        assertFault(
                send(HttpRequest.newBuilder(uri("/echo")).POST(BodyPublishers.ofString("a=1"))),
                400,
                "The body of the POST has no Content-Type; ");
        assertFault(post("/echo", "multipart/form-data", "x"), 400, "The multipart body cannot be read");
    }

    @Test
    void aBodyThatIsCompressedIsAFault() throws Exception {
        assertFault(
                send(HttpRequest.newBuilder(uri("/echo"))
                        .header("Content-Type", FORM)
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofString("a=1"))),
                415,
                "The body of the POST has Content-Encoding 'gzip'; ");
    }

    private static String part(String name, String attributes, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                .formatted(name, attributes, content);
    }

    private static String echoed(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static HttpResponse<String> post(String path, String contentType, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body)));
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
