package org.dapple.bench.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A client of one server. */
final class TapClient {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    TapClient(int port) {
        this.base = "http://localhost:" + port;
    }

    HttpResponse<byte[]> get(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    HttpResponse<byte[]> sync(String query) throws IOException {
        return get("/tap/sync?" + form(Map.of("QUERY", query, "FORMAT", "csv", "MAXREC", "20000000")));
    }

    /** Creates a job and runs it; returns its id. */
    String run(String query) throws IOException {
        String form = form(Map.of("QUERY", query, "FORMAT", "csv", "MAXREC", "20000000", "PHASE", "RUN"));
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(base + "/tap/async"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return answer.headers()
                .firstValue("Location")
                .map(url -> url.substring(url.lastIndexOf('/') + 1))
                .orElseThrow(() -> new IOException("no job: " + answer.statusCode()));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
