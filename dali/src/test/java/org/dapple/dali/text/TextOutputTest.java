package org.dapple.dali.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextOutputTest {

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    @FunctionalInterface
    private interface Writing {
        void to(TextOutput out) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                -1,
                9,
                10,
                99,
                100,
                999_999_999_999_999_999L,
                1_000_000_000_000_000_000L,
                Long.MAX_VALUE,
                Long.MIN_VALUE
            })
    void wholeNumbersHaveAllTheirDigits(long value) throws IOException {
        assertThat(written(out -> out.integer(value))).isEqualTo(Long.toString(value));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2000-01-01T00:00:00, 2000-01-01T00:00:00",
        "1999-12-31T23:59:59.999999, 1999-12-31T23:59:59.999999",
        "2026-11-22T01:02:03.5, 2026-11-22T01:02:03.5",
        "2000-02-29T00:00:00.01, 2000-02-29T00:00:00.01",
        "1900-03-01T00:00:00, 1900-03-01T00:00:00",
        "0001-01-01T00:00:00, 0001-01-01T00:00:00",
        "-0044-03-15T12:00:00, -0044-03-15T12:00:00",
        "+12026-01-01T00:00:00, 012026-01-01T00:00:00"
    })
    void aTimestampIsWrittenAsDaliWantsIt(LocalDateTime time, String text) throws IOException {
        assertThat(written(out -> out.timestamp(micros(time)))).isEqualTo(text);
    }

    @Test
    void everyDayIsItsDate() {
        LocalDateTime first = LocalDateTime.of(1595, 1, 1, 0, 0);
        byte[] bytes = new byte[32];
        for (int i = 0; i < 365 * 1000; i++) {
            LocalDateTime day = first.plusDays(i);
            int length = TimestampText.write(micros(day), bytes, 0);
            assertThat(new String(bytes, 0, length, StandardCharsets.US_ASCII)).isEqualTo(day + ":00");
        }
    }

    @Test
    void moreThanTheBufferHoldsArrivesInOrder() throws IOException {
        StringBuilder expected = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextOutput out = new TextOutput(bytes);
        for (int length : new int[] {1, 65_535, 65_536, 65_537, 200_000, 3}) {
            String text = "x".repeat(length);
            out.put(text);
            out.integer(length);
            out.put('\n');
            expected.append(text).append(length).append('\n');
        }
        out.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }

    private static String written(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextOutput out = new TextOutput(bytes);
        writing.to(out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static long micros(LocalDateTime time) {
        Instant instant = time.toInstant(ZoneOffset.UTC);
        return (instant.getEpochSecond() - EPOCH.getEpochSecond()) * 1_000_000 + instant.getNano() / 1000;
    }
}
