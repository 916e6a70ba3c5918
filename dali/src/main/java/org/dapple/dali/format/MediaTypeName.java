package org.dapple.dali.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of formats made comparable: lower case, no spaces or quotes, parameters in alphabetical order, no {@code charset=utf-8}, no version of a VOTable. */
final class MediaTypeName {

    private static final Pattern VERSION = Pattern.compile("version=1\\.[0-9]");

    private MediaTypeName() {}

    static String normalized(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "").split(";");
        Stream<String> parameters = Arrays.stream(parts)
                .skip(1)
                .filter(part -> !part.equals("charset=utf-8"))
                .filter(part -> !(parts[0].endsWith("votable+xml")
                        && VERSION.matcher(part).matches()))
                .sorted();
        return Stream.concat(Arrays.stream(parts).limit(1), parameters).collect(Collectors.joining(";"));
    }

    static boolean hasCharset(String name) {
        return name.toLowerCase(Locale.ROOT).contains("charset");
    }

    /** Whether the name, one that is known, is a media type and not a short name such as {@code votable/td}. */
    static boolean isMediaType(String name) {
        return name.contains("/") && !name.strip().toLowerCase(Locale.ROOT).startsWith("votable/");
    }
}
