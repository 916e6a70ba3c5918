package org.dapple.dali.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.kit.TomcatServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GzipFilterTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String LONG = "0123456789\n".repeat(100_000);
    private static final CountDownLatch FIRST_ROW_READ = new CountDownLatch(1);

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
        context.addServlet("answers", new Answers()).addMapping("/*");
    }

    /** Answers in the way its path says. */
    private static final class Answers extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/csv");
            switch (request.getPathInfo()) {
                case "/long" -> response.getOutputStream().write(LONG.getBytes(StandardCharsets.UTF_8));
                case "/writer" -> response.getWriter().print("héé");
                case "/empty" -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                case "/parquet" -> {
                    response.setContentType("application/vnd.apache.parquet");
                    response.getOutputStream().print("PAR1");
                }
                case "/range" -> {
                    response.setHeader("Content-Range", "bytes 0-3/10");
                    response.getOutputStream().print("0123");
                }
                case "/length" -> {
                    response.setContentLength(4);
                    response.getOutputStream().print("0123");
                }
                case "/slow" -> slow(response);
                case "/early-fault" -> {
                    response.getOutputStream().print("lost");
                    throw ServiceFault.usage("There is no column x.");
                }
                default -> {
                    response.getOutputStream().write(LONG.getBytes(StandardCharsets.UTF_8));
                    response.flushBuffer();
                    throw ServiceFault.usage("too late to say");
                }
            }
        }

        private static void slow(HttpServletResponse response) throws IOException {
            response.getOutputStream().print("first\n");
            response.getOutputStream().flush();
            try {
                FIRST_ROW_READ.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            response.getOutputStream().print("second\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate, gzip;q=1.0, br", "GZIP ; q=0.5", "*", "x-gzip"})
    void clientsThatTakeGzipGetIt(String acceptEncoding) throws Exception {
        HttpResponse<byte[]> response = get("/long", acceptEncoding, BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(response.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(response.body()).hasSizeLessThan(LONG.length() / 10);
        assertThat(unzipped(response)).isEqualTo(LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "gzip;q=0.000", "br", "gzipped"})
    void othersGetItAsItIs(String acceptEncoding) throws Exception {
        HttpResponse<byte[]> response = get("/long", acceptEncoding, BodyHandlers.ofByteArray());
        assertPlain(response, LONG);
        assertThat(response.headers().allValues("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource({"/parquet, PAR1", "/range, 0123"})
    void whatIsCompressedOrPartOfAWholeIsLeftAlone(String path, String body) throws Exception {
        assertPlain(get(path, "gzip", BodyHandlers.ofByteArray()), body);
    }

    @Test
    void theLengthOfThePlainBodyIsNotTold() throws Exception {
        HttpResponse<byte[]> response = get("/length", "gzip", BodyHandlers.ofByteArray());
        assertThat(unzipped(response)).isEqualTo("0123");
    }

    @Test
    void whatAWriterWritesIsCompressedToo() throws Exception {
        assertThat(unzipped(get("/writer", "gzip", BodyHandlers.ofByteArray()))).isEqualTo("héé");
    }

    @Test
    void anEmptyAnswerHasNoEncoding() throws Exception {
        assertPlain(get("/empty", "gzip", BodyHandlers.ofByteArray()), "");
    }

    @Test
    void theFirstRowLeavesAtOnce() throws Exception {
        HttpResponse<InputStream> response = get("/slow", "gzip", BodyHandlers.ofInputStream());
        try (InputStream body = new GZIPInputStream(response.body())) {
            assertThat(body.readNBytes(6)).asString().isEqualTo("first\n");
            FIRST_ROW_READ.countDown();
            assertThat(body.readAllBytes()).asString().isEqualTo("second\n");
        }
    }

    @Test
    void aFaultReplacesWhatHasNotLeft() throws Exception {
        HttpResponse<byte[]> response = get("/early-fault", "gzip", BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(unzipped(response)).contains("There is no column x.").doesNotContain("lost");
    }

    @Test
    void aFaultAfterPartOfTheAnswerBreaksTheConnection() {
        assertThatThrownBy(() -> get("/late-fault", "gzip", BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void headIsAnsweredLikeGetWithoutABody() throws Exception {
        HttpResponse<byte[]> response = CLIENT.send(
                request("/long", "gzip").method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(response.body()).isEmpty();
    }

    private static void assertPlain(HttpResponse<byte[]> response, String body) {
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(response.body()).asString(StandardCharsets.UTF_8).isEqualTo(body);
    }

    private static String unzipped(HttpResponse<byte[]> response) throws IOException {
        return new String(
                new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static <T> HttpResponse<T> get(String path, String acceptEncoding, BodyHandler<T> handler)
            throws Exception {
        return CLIENT.send(request(path, acceptEncoding).build(), handler);
    }

    private static HttpRequest.Builder request(String path, String acceptEncoding) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Accept-Encoding", acceptEncoding);
    }
}
