package org.dapple.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Sends lines of replicas as a mood wants it. */
record RucioAnswer(HttpExchange exchange) {

    static final int PATIENCE_SECONDS = 60;

    void send(RucioMood mood, String lines) throws IOException, InterruptedException {
        switch (mood) {
            case WELL, SILENT_ABOUT_ATTRIBUTES, SILENT_ABOUT_DIDS -> stream(200, lines);
            case SILENT, DEAF -> TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
            case TRICKLING -> trickle(lines);
            case CUT_OFF -> cutOff(lines);
            case FAILING ->
                stream(500, "{\"ExceptionClass\": \"TypeError\", \"ExceptionMessage\": \"'<' not <b>supported</b>\"}");
            case GARBAGE -> stream(200, "\u0000\u0001{]]>\u00ff".repeat(100));
            case HTML -> stream(200, "<html><body>Bad gateway</body></html>");
            case ENDLESS -> endless();
            case WRONG_TYPES ->
                stream(
                        200,
                        lines.replaceAll("\"bytes\":\\d+", "\"bytes\":\"many\"")
                                .replaceAll("\"pfns\":\\{", "\"pfns\":[],\"was\":{"));
        }
    }

    private void stream(int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-json-stream");
        exchange.sendResponseHeaders(status, 0);
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private void trickle(String lines) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (byte b : (lines + "{").getBytes(StandardCharsets.UTF_8)) {
            out.write(b);
            out.flush();
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** Promises more than it sends. */
    private void cutOff(String lines) throws IOException {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length + 1L);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }

    private void endless() throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] line = ("{\"scope\": \"other\", \"name\": \"" + "n".repeat(10_000) + "\", \"pfns\": {}}\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 10_000; i++) {
            exchange.getResponseBody().write(line);
        }
    }
}
