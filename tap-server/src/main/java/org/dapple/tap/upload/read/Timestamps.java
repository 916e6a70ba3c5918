package org.dapple.tap.upload.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** DALI timestamps (DALI 1.1 §3.3.3) as microseconds since 2000-01-01T00:00:00. */
final class Timestamps {

    private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);

    private Timestamps() {}

    static Long micros(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return null;
        }
        try {
            String local = stripped.endsWith("Z") ? stripped.substring(0, stripped.length() - 1) : stripped;
            LocalDateTime moment = local.length() <= 10
                    ? LocalDate.parse(local).atStartOfDay()
                    : LocalDateTime.parse(local.replace(' ', 'T'));
            return ChronoUnit.MICROS.between(EPOCH, moment);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is no timestamp such as 2026-11-22T01:02:03.456", e);
        }
    }
}
