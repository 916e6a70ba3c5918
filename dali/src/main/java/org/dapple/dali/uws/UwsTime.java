package org.dapple.dali.uws;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Instants as UWS writes them: ISO 8601, UTC, with Z (UWS 1.1 §2.2.1). */
public final class UwsTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private UwsTime() {}

    /** With milliseconds, such as {@code 2026-11-22T01:02:03.456Z}. */
    public static String text(Instant instant) {
        return FORM.format(instant);
    }

    /**
     * Reads a date and time with or without seconds, fractions and Z, or a date alone, which means its beginning; without
     * an offset the time is UTC. Empty for any other text.
     */
    public static Optional<Instant> parse(String text) {
        String given = text.strip();
        try {
            if (given.length() == "2026-11-22".length()) {
                return Optional.of(LocalDate.parse(given).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            boolean hasOffset = given.matches(".*T.*(Z|[+-][0-9:]+)");
            return Optional.of(
                    hasOffset
                            ? OffsetDateTime.parse(given).toInstant()
                            : LocalDateTime.parse(given).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
