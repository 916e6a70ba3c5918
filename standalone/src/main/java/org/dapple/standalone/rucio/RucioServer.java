package org.dapple.standalone.rucio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.dapple.dbinit.sync.RucioCatalogue;
import org.dapple.dbinit.sync.RucioUnclearException;

/** A Rucio server by its REST interface. */
public final class RucioServer implements RucioCatalogue {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final String token;
    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * @param url of the server, such as {@code https://rucio.example.org}
     * @param token for its header X-Rucio-Auth-Token
     */
    public RucioServer(String url, String token) {
        this.url = url.replaceFirst("/+$", "");
        this.token = token;
    }

    /** A stream of names of files, datasets and containers, each a line of JSON. */
    @Override
    public void list(String scope, Consumer<String> names) {
        String path = "/dids/" + encoded(scope) + "/dids/search?type=all";
        HttpResponse<InputStream> answer = get(path);
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            if (answer.statusCode() != 200) {
                throw unclear(path, answer);
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                names.accept(name(path, line));
            }
        } catch (IOException e) {
            throw new RucioUnclearException("Rucio's answer to %s broke off: %s".formatted(path, e.getMessage()), e);
        }
    }

    /** Only Rucio's own words count: a proxy in front of it answers 404 too. */
    @Override
    public boolean exists(String scope, String name) {
        String path = "/dids/" + encoded(scope) + "/" + encoded(name);
        HttpResponse<InputStream> answer = get(path);
        try (InputStream body = answer.body()) {
            if (answer.statusCode() == 200
                    && JSON.readTree(body).path("name").asText().equals(name)) {
                return true;
            }
            boolean isUnknown = answer.headers()
                    .firstValue("ExceptionClass")
                    .filter("DataIdentifierNotFound"::equals)
                    .isPresent();
            if (answer.statusCode() == 404 && isUnknown) {
                return false;
            }
            throw unclear(path, answer);
        } catch (IOException e) {
            throw new RucioUnclearException("Rucio's answer to %s broke off: %s".formatted(path, e.getMessage()), e);
        }
    }

    private static String name(String path, String line) throws IOException {
        JsonNode name = JSON.readTree(line);
        if (!name.isTextual()) {
            throw new RucioUnclearException("Rucio's answer to %s is no list of names".formatted(path), null);
        }
        return name.textValue();
    }

    private static RucioUnclearException unclear(String path, HttpResponse<?> answer) {
        String problem = answer.headers()
                .firstValue("ExceptionClass")
                .map(name -> " " + name)
                .orElse("");
        return new RucioUnclearException(
                "Rucio answers %d%s to %s".formatted(answer.statusCode(), problem, path), null);
    }

    private HttpResponse<InputStream> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("X-Rucio-Auth-Token", token)
                .timeout(PATIENCE)
                .build();
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new RucioUnclearException("Rucio does not answer at %s: %s".formatted(url, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RucioUnclearException("interrupted while waiting for Rucio", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
