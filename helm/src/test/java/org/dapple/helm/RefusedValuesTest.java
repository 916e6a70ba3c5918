package org.dapple.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Wrong values are refused before anything is installed, by messages that name the key. */
class RefusedValuesTest {

    /** @param values key=value, several separated by blanks */
    @ParameterizedTest
    @CsvFileSource(resources = "/refused_values.csv", delimiter = '|')
    void aWrongValueIsRefusedByName(String values, String message) {
        Map<String, String> wrong = new HashMap<>();
        for (var value : values.split(" ", -1)) {
            var pair = value.split("=", 2);
            wrong.put(pair[0], pair[1]);
        }
        assertThatThrownBy(() -> Chart.INSTALL.render(wrong)).hasMessageContaining(message);
    }
}
