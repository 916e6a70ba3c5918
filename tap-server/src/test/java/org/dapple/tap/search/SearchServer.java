package org.dapple.tap.search;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dapple.testkit.TestServer;

/** Asks the doors beside TAP, and TAP the same. */
public record SearchServer(TestServer server) {

    private static final Pattern QUERY = Pattern.compile("<INFO name=\"query\" value=\"([^\"]*)\"/>");

    /** The answer to parameters that are written one a line, {@code NAME=value}. */
    public HttpResponse<String> ask(String path, String parameters) {
        return server.get(path + "?" + encoded(parameters));
    }

    /** The rows of an answer as CSV, in the order of their texts. */
    public List<String> rows(String path, String parameters) {
        return sorted(ask(path, parameters + "\nRESPONSEFORMAT=csv").body());
    }

    /** The rows that TAP gives to a query. */
    public List<String> rowsOfTap(String adql) {
        return sorted(server.post("/tap/sync", Map.of("RESPONSEFORMAT", "csv", "QUERY", adql))
                .body());
    }

    /** What an answer tells of its query, as ADQL. */
    public String adql(String path, String parameters) {
        String answer = ask(path, parameters).body();
        Matcher query = QUERY.matcher(answer);
        if (!query.find()) {
            throw new AssertionError("no query is told:\n" + answer);
        }
        return unescaped(query.group(1));
    }

    /** What TAP says of how the database would answer a query. */
    public String plan(String adql) {
        return server.post("/tap/explain", Map.of("QUERY", adql)).body();
    }

    public static String encoded(String parameters) {
        return parameters
                .lines()
                .map(line -> line.split("=", 2))
                .map(pair ->
                        pair[0] + "=" + URLEncoder.encode(pair[1].replace("\\u0000", "\0"), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public static String unescaped(String xml) {
        return xml.replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** The names of columns stay first. */
    private static List<String> sorted(String csv) {
        return Stream.concat(csv.lines().limit(1), csv.lines().skip(1).sorted()).toList();
    }
}
