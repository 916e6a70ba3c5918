package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.dapple.standalone.state.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void hasDefaults() {
        var settings = Settings.from(Map.of("DAPPLE_PORT", "", "DAPPLE_HOME", " "));
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.state().path()).isEqualTo(Path.of(".dapple").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "-1", "65536", "80 80", "999999999999"})
    void saysWhichPortItCannotUse(String port) {
        assertThatThrownBy(() -> Settings.from(Map.of("DAPPLE_PORT", port)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("DAPPLE_PORT is '" + port + "'")
                .hasMessageContaining("1 to 65535");
    }
}
