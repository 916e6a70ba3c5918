package org.dapple.dali.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

    @TempDir
    Path folder;

    @Test
    void theFileSaysWhatTheEnvironmentDoesNot() throws IOException {
        Environment environment = environment(Map.of("DAPPLE_A", "from the environment", "DAPPLE_C", " "), """
                # a comment

                DAPPLE_A=from the file
                DAPPLE_B = "a value # with a sign, and = "
                  DAPPLE_C='12'
                DAPPLE_D=
                """);

        assertThat(environment.text("DAPPLE_A", null)).isEqualTo("from the environment");
        assertThat(environment.text("DAPPLE_B", null)).isEqualTo("a value # with a sign, and =");
        assertThat(environment.number("DAPPLE_C", 5)).isEqualTo(12);
        assertThat(environment.text("DAPPLE_D", "absent")).isEqualTo("absent");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndWithoutValuesThatMayBeSecret() throws IOException {
        Environment environment = environment(Map.of("DAPPLE_TIME", "soon"), """
                DAPPLE_ONE=1
                export DAPPLE_PASSWORD=secret
                DAPPLE_ONE=2
                just words
                """);

        InvalidSettingsException e = catchThrowableOfType(
                InvalidSettingsException.class,
                () -> environment.judge(() -> environment.seconds("DAPPLE_TIME", Duration.ZERO)));

        String file = folder.resolve("dapple.conf").toString();
        assertThat(e.problems())
                .containsExactly(
                        "line 2 of " + file + " is not of the form DAPPLE_NAME=value: export DAPPLE_PASSWORD",
                        "line 3 of " + file + " sets DAPPLE_ONE a second time",
                        "line 4 of " + file + " is not of the form DAPPLE_NAME=value: just words",
                        "DAPPLE_TIME must be a number of seconds and is \"soon\"");
    }

    @Test
    void aFileThatIsNotThereIsAProblem() {
        Environment environment = new Environment(Map.of("DAPPLE_CONFIG_FILE", folder + "/none"));

        assertThat(catchThrowableOfType(InvalidSettingsException.class, () -> environment.judge(() -> 1))
                        .problems())
                .containsExactly("DAPPLE_CONFIG_FILE names a file that cannot be read as text: " + folder + "/none");
    }

    @Test
    void whatWasAskedForIsKnownWithItsDefault() {
        Environment environment = new Environment(Map.of("DAPPLE_N", "7"));
        environment.number("DAPPLE_N", 5);
        environment.seconds("DAPPLE_S", Duration.ofMinutes(1));
        environment.flag("DAPPLE_F", true);
        environment.secret("DAPPLE_P");

        assertThat(environment.asked())
                .containsEntry("DAPPLE_N", "5")
                .containsEntry("DAPPLE_S", "60")
                .containsEntry("DAPPLE_F", "true")
                .containsEntry("DAPPLE_P", "")
                .containsEntry("DAPPLE_P_FILE", "");
    }

    private Environment environment(Map<String, String> variables, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("dapple.conf"), content);
        Map<String, String> all = new HashMap<>(variables);
        all.put("DAPPLE_CONFIG_FILE", file.toString());
        return new Environment(all);
    }
}
