package org.dapple.tap.job;

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
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Speaks UWS with a running service and follows no redirects. */
final class JobClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String list;

    /** @param list URL of the list of jobs */
    JobClient(String list) {
        this.list = list;
    }

    /** Any method on a path below the list, with a form or none and with headers, name by value. */
    HttpResponse<String> send(String method, String path, String form, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(list + path)).timeout(PATIENCE);
        request.method(method, form == null ? BodyPublishers.noBody() : BodyPublishers.ofString(form));
        if (form != null && headers.length == 0) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No answer to " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** GET whose answer may take a while. */
    CompletableFuture<HttpResponse<String>> getLater(String path) {
        return client.sendAsync(HttpRequest.newBuilder(URI.create(list + path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** POST of name=value pairs, which are encoded here. */
    HttpResponse<String> post(String path, String... pairs) {
        return send("POST", path, form(pairs));
    }

    /** Creates a job and gives its path, such as {@code /j1}. */
    String create(String... pairs) {
        HttpResponse<String> answer = post("", pairs);
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
        return location.substring(list.length());
    }

    /** Creates and runs a query that gives CSV. */
    String run(String query) {
        return create("QUERY=" + query, "RESPONSEFORMAT=csv", "PHASE=RUN");
    }

    String phase(String job) {
        return get(job + "/phase").body();
    }

    /** Waits until the job is in a phase and fails when it does not come. */
    void await(String job, String phase) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!phase(job).equals(phase)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("job is not " + phase + " but " + get(job).body());
            }
            get(job + "?WAIT=1");
        }
    }

    private static String form(String... pairs) {
        return Arrays.stream(pairs)
                .map(pair -> pair.split("=", 2))
                .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
