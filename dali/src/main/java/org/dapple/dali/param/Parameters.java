package org.dapple.dali.param;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dapple.dali.fault.ServiceFault;

/**
 * Parameters of a request (DALI 1.1 §3): names are case-insensitive, values keep their order, names nobody asks for are
 * ignored. A value that is empty counts as not given, since forms in browsers send every field.
 */
public final class Parameters {

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Parameters as they were sent; the same name in different case is the same parameter. */
    public static Parameters of(Map<String, List<String>> sent) {
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.forEach((name, given) ->
                values.computeIfAbsent(name, absent -> new ArrayList<>()).addAll(given));
        return new Parameters(values);
    }

    /** All that were sent, as the query of a URL (URL Standard §5.2). */
    public String urlEncoded() {
        return values.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The values of a parameter that may be repeated, in order, without empty ones. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /**
     * The value of a parameter that takes one.
     *
     * @throws ServiceFault when it is repeated
     */
    public Optional<String> single(String name) {
        List<String> given = all(name);
        if (given.size() > 1) {
            throw ServiceFault.usage(
                    "Parameter %s is given %d times; it takes one value.".formatted(upper(name), given.size()));
        }
        return given.stream().findFirst();
    }

    /**
     * The value of a parameter that must be given once.
     *
     * @throws ServiceFault when it is repeated, missing or empty
     */
    public String required(String name) {
        return single(name)
                .orElseThrow(() -> ServiceFault.usage(
                        "Parameter %s is %s; it is required.".formatted(upper(name), missingOrEmpty(name))));
    }

    /**
     * The value of a parameter that is a whole number of at least zero, such as MAXREC (DALI 1.1 §3.4.4). A number
     * beyond the range of a long reads as {@link Long#MAX_VALUE}.
     *
     * @throws ServiceFault when it is repeated, not a whole number or negative
     */
    public OptionalLong count(String name) {
        Optional<String> given = single(name).map(String::strip);
        if (given.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!given.get().matches("\\+?[0-9]+")) {
            throw ServiceFault.wrongValue(
                    upper(name), given.get(), "a whole number of 0 or more, such as %s=1000".formatted(upper(name)));
        }
        return OptionalLong.of(saturated(given.get()));
    }

    /**
     * RESPONSEFORMAT, or FORMAT, its older name (DALI 1.1 §3.4.3).
     *
     * @throws ServiceFault when one is repeated, or both are given and differ
     */
    public Optional<String> responseFormat() {
        Optional<String> format = single("FORMAT");
        Optional<String> responseFormat = single("RESPONSEFORMAT");
        if (format.isPresent() && responseFormat.isPresent() && !format.equals(responseFormat)) {
            throw ServiceFault.usage("RESPONSEFORMAT is '%s' but FORMAT is '%s'; they mean the same: give one of them."
                    .formatted(shortened(responseFormat.get()), shortened(format.get())));
        }
        return responseFormat.or(() -> format);
    }

    /** All that was sent, for logs and for storing a job: names in alphabetical order, values in theirs. */
    public Map<String, List<String>> asMap() {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((name, given) -> copy.put(name, List.copyOf(given)));
        return copy;
    }

    private String missingOrEmpty(String name) {
        return values.containsKey(name) ? "empty" : "missing";
    }

    private static long saturated(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException beyondLong) {
            return Long.MAX_VALUE;
        }
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
