package org.dapple.standalone.db;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dapple.standalone.state.Problem;

/**
 * The URL of a PostgreSQL database as libpq ({@code postgresql://user:password@host:port/database?option=value}) or as
 * JDBC ({@code jdbc:postgresql://host:port/database?user=…}) writes it.
 */
record DatabaseUrl(String host, int port, String database, Map<String, String> options) {

    private static final int DEFAULT_PORT = 5432;
    private static final String EXPECTED =
            "expected postgresql://user@host:5432/database or jdbc:postgresql://host:5432/database?user=…";

    static DatabaseUrl parse(String text) {
        var uri = uri(text.strip().replaceFirst("^jdbc:", ""));
        var scheme = String.valueOf(uri.getScheme());
        if (!scheme.matches("postgres(ql)?")) {
            throw new Problem("--database: this is not the URL of a PostgreSQL database; " + EXPECTED);
        }
        if (uri.getHost() == null || uri.getRawPath().length() < 2) {
            throw new Problem("--database: the URL names no host or no database; " + EXPECTED);
        }
        var options = options(uri.getRawQuery());
        userInfo(uri).forEach(options::putIfAbsent);
        return new DatabaseUrl(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                decoded(uri.getRawPath().substring(1)),
                options);
    }

    /** Where the URL says nothing, the variables of libpq and the operating system's user do. */
    DatabaseAccess access(Map<String, String> environment) {
        var user = option("user").or(() -> Optional.ofNullable(environment.get("PGUSER")));
        var password = option("password").or(() -> Secret.of("PGPASSWORD", environment));
        return new DatabaseAccess(
                jdbcUrl(), user.orElseGet(() -> System.getProperty("user.name")), password.orElse(""));
    }

    private String jdbcUrl() {
        var rest = options.entrySet().stream()
                .filter(option -> !option.getKey().matches("user|password"))
                .map(option -> option.getKey() + "=" + URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var name = URLEncoder.encode(database, StandardCharsets.UTF_8);
        return "jdbc:postgresql://%s:%d/%s%s".formatted(host, port, name, rest.isEmpty() ? "" : "?" + rest);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** The message of the syntax error is left out: it repeats the URL, which may hold a password. */
    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new Problem(
                    "--database: the URL is malformed at character %d; %s".formatted(e.getIndex() + 1, EXPECTED));
        }
    }

    private static Map<String, String> userInfo(URI uri) {
        var info = new LinkedHashMap<String, String>();
        if (uri.getRawUserInfo() != null) {
            var parts = uri.getRawUserInfo().split(":", 2);
            info.put("user", decoded(parts[0]));
            if (parts.length == 2) {
                info.put("password", decoded(parts[1]));
            }
        }
        return info;
    }

    private static Map<String, String> options(String query) {
        var options = new LinkedHashMap<String, String>();
        for (var option : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            var parts = option.split("=", 2);
            options.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return options;
    }

    /** A plus is a plus in these URLs. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
