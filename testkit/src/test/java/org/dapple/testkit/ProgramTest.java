package org.dapple.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramTest {

    @Test
    void givesExitCodeAndAllOutput() {
        var result =
                Program.named("sh", "dash").runWith(Map.of("WORD", "three"), "-c", "echo one; echo $WORD >&2; exit 3");
        assertThat(result).isEqualTo(new Program.Result(3, "one\nthree\n"));
    }

    @Test
    void failsForAMissingProgramNamingThePackage() {
        assertThatThrownBy(() -> Program.named("no-such-program", "that-package"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("apt-get install that-package");
    }
}
