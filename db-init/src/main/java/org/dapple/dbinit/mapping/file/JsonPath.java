package org.dapple.dbinit.mapping.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The way to a value in a JSON document: keys with dots between them, places of lists in brackets, and there also keys that
 * hold dots or brackets, in double quotes: {@code target.position[0]}, {@code header["obs.id"]}.
 */
final class JsonPath {

    private static final Pattern STEP =
            Pattern.compile("\\[(?:(?<place>[0-9]{1,6})|\"(?<quoted>[^\"]+)\")]|(?<dot>[.]?)(?<key>[^.\\[\\]\"]+)");

    private JsonPath() {}

    /** @throws IllegalArgumentException that says what is wrong */
    static List<String> parse(String text) {
        List<String> keys = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int at = 0;
        while (step.find() && step.start() == at) {
            boolean separated =
                    step.group("key") == null || (at > 0) == !step.group("dot").isEmpty();
            if (!separated || (at == 0 && step.group("place") != null)) {
                break;
            }
            keys.add(first(step.group("place"), step.group("quoted"), step.group("key")));
            at = step.end();
        }
        if (at < text.length() || keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s is not a path; one is written like target.position[0], or header[\"a.key\"].name"
                            .formatted(text));
        }
        return keys;
    }

    private static String first(String place, String quoted, String key) {
        return place != null ? place : quoted != null ? quoted : key;
    }

    static String written(List<String> keys) {
        String joined = keys.stream()
                .map(key -> key.matches("[0-9]{1,6}")
                        ? "[" + key + "]"
                        : key.matches("[^.\\[\\]\"]+") ? "." + key : "[\"" + key + "\"]")
                .collect(Collectors.joining());
        return joined.startsWith(".") ? joined.substring(1) : joined;
    }
}
