package org.dapple.testkit;

import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dapple.embedded.tomcat.EmbeddedTomcat;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A running Tomcat with one application at its root, for a test class; to be registered in a static field. Where the
 * application needs a {@link TestDatabase}, that field has the lower {@code @Order}.
 */
public final class TestServer implements BeforeAllCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Supplier<ServletContainerInitializer> application;
    private final HttpClient client = HttpClient.newHttpClient();
    private EmbeddedTomcat tomcat;

    private TestServer(Supplier<ServletContainerInitializer> application) {
        this.application = application;
    }

    /** A server of an application, which is asked for when the databases of the test class are there. */
    public static TestServer of(Supplier<ServletContainerInitializer> application) {
        return new TestServer(application);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        tomcat = EmbeddedTomcat.start(0, Map.of("", application.get()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (tomcat != null) {
            tomcat.close();
        }
    }

    /** The absolute URL of a path that starts with a slash, which may have an encoded query. */
    public String url(String path) {
        return "http://localhost:%d%s".formatted(tomcat.port(), path);
    }

    /** GET with parameters, which are encoded here. */
    public HttpResponse<String> get(String path, Map<String, String> parameters) {
        return send(request(parameters.isEmpty() ? path : path + "?" + encoded(parameters))
                .GET());
    }

    /** GET of a path as it is. */
    public HttpResponse<String> get(String path) {
        return get(path, Map.of());
    }

    /** POST of a form. */
    public HttpResponse<String> post(String path, Map<String, String> form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path))).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No answer from the server: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the server", e);
        }
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
