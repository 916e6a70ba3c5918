package org.dapple.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerVersionTest {

    @ParameterizedTest
    @CsvSource({
        "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1), 15.18, true",
        "postgres (PostgreSQL) 18.1, 18.1, true",
        "postgres (PostgreSQL) 18beta1, 18.0, true",
        "postgres (PostgreSQL) 14.9, 14.9, false",
        "postgres (PostgreSQL) 19.0, 19.0, false",
        "15, 15.0, true"
    })
    void readsWhatTheServerSaysOfItself(String answer, String version, boolean supported) {
        assertThat(ServerVersion.parse(answer)).hasToString(version);
        assertThat(ServerVersion.parse(answer).isSupported()).isEqualTo(supported);
    }

    @Test
    void comparesByNumber() {
        assertThat(new ServerVersion(15, 9)).isLessThan(new ServerVersion(15, 18));
        assertThat(new ServerVersion(15, 18)).isLessThan(new ServerVersion(16, 0));
    }

    @Test
    void saysWhatItCannotRead() {
        assertThatThrownBy(() -> ServerVersion.parse("command not found")).hasMessageContaining("command not found");
    }
}
