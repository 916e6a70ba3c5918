package org.dapple.dali.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    /** Of a content of ten bytes. */
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0, true",
        "bytes=2-5, 2, 5, true",
        "bytes=2-, 2, 9, true",
        "bytes=2-99, 2, 9, true",
        "bytes=-3, 7, 9, true",
        "bytes=-99, 0, 9, true",
        "bytes=9-9, 9, 9, true",
        "bytes=10-, 10, 9, false",
        "bytes=10-20, 10, 9, false",
        "bytes=-0, 10, 9, false",
    })
    void oneRangeIsRead(String header, long first, long last, boolean satisfiable) {
        Optional<ByteRange> range = ByteRange.of(header, 10);

        assertThat(range).contains(new ByteRange(first, last));
        assertThat(range.orElseThrow().isSatisfiable()).isEqualTo(satisfiable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=5-2",
                "bytes=0-1,3-4",
                "rows=0-1",
                "bytes=a-b",
                "bytes=0-99999999999999999999"
            })
    void whatIsNoRangeOrSeveralIsIgnored(String header) {
        assertThat(ByteRange.of(header, 10)).isEmpty();
    }
}
