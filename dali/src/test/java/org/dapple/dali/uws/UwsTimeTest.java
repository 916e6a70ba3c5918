package org.dapple.dali.uws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UwsTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T01:02:03.456Z, 2026-11-22T01:02:03.456Z",
        "2026-11-22T01:02:03Z, 2026-11-22T01:02:03.000Z",
        "2026-11-22T01:02:03, 2026-11-22T01:02:03.000Z",
        "2026-11-22T01:02, 2026-11-22T01:02:00.000Z",
        "2026-11-22, 2026-11-22T00:00:00.000Z",
        "2026-11-22T01:02:03+01:00, 2026-11-22T00:02:03.000Z",
        "2026-11-22T01:02:03.123456Z, 2026-11-22T01:02:03.123Z",
    })
    void timesAreReadLiberallyAndWrittenInOneForm(String given, String written) {
        assertThat(UwsTime.parse(given).map(UwsTime::text)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-13-01T00:00:00Z", "22.11.2026", "2026-11-2X", "1763773323"})
    void anythingElseIsNoTime(String given) {
        assertThat(UwsTime.parse(given)).isEmpty();
    }
}
