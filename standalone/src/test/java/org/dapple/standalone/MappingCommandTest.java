package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with a mapping file; the file is the one that docs/operators.md gives as an example. */
class MappingCommandTest {

    private static Installation dapple;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws IOException {
        dapple = Installation.fresh();
        assertThat(dapple.run("up", "--detach", "--no-demo").exitCode()).isZero();
        load("""
                {"scope":"pathfinder-1","name":"m83","data":{"EXPID":7,"PROC":"raw","STOKES":"IQUV","FREQ_HI":1420.4,"WEATHER":"B"}}
                {"scope":"pathfinder-1","name":"bad","data":{"OBSID":7,"FREQ_HI":"high"}}
                {"scope":"lake","name":"own","data":{"obs_id":"o","obs_collection":"c","calib_level":2}}
                """);
    }

    @AfterAll
    static void stop() {
        dapple.close();
    }

    @Test
    void theExampleOfTheManualIsCheckedTriedAppliedAndTakenBack() throws IOException {
        Path identity = Files.writeString(folder.resolve("identity.yaml"), "sections: [{scopes: \"*\"}]\n");
        String file = example().toString();
        assertThat(dapple.run("mapping", "check", file).output()).isEqualTo("The file can be applied.\n");
        assertThat(dapple.run("mapping", "test", "pathfinder-1:m83", "--file", file)
                        .output())
                .contains("obs_id                       7\n", "calib_level                  1\n")
                .contains("pol_states                   /I/Q/U/V/   from IQUV\n")
                .contains("obs_publisher_did            ivo://dapple.local/data?pathfinder-1:m83   (filled in)\n")
                .contains("weather_grade                B\n");
        assertThat(dapple.run("mapping", "test", "pathfinder-1:bad", "--file", file)
                        .output())
                .contains("em_min                       ! \"high\" is not a number\n");
        assertThat(dapple.run("mapping", "diff", file).output()).contains("+ column weather_grade: text");

        assertThat(dapple.run("mapping", "apply", file).output())
                .contains("+ scope pathfinder-*, test-?: obs_id from OBSID, else EXPID\n")
                .endsWith("The mapping holds, and everything follows it.\n");
        assertThat(dapple.run("mapping", "show").output())
                .startsWith("# Version 2, applied ")
                .endsWith(Files.readString(example()));
        assertThat(dapple.run("mapping", "diff", file).output()).isEqualTo("The file says what holds already.\n");
        assertThat(dapple.run("status", "--json").output()).contains("\"visible\" : 3", "\"incomplete\" : 1");
        assertThat(dapple.run("sync", "check").exitCode()).isZero();

        assertThat(dapple.run("mapping", "apply", identity.toString()).exitCode())
                .isZero();
        assertThat(dapple.run("status", "--json").output()).contains("\"visible\" : 1");
        assertThat(dapple.run("mapping", "show", "--version", "2").output()).contains("Pathfinder");
    }

    @Test
    void wrongFilesAndWrongCallsAreAnswered() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), """
                sections:
                  - scopes: "*"
                    columns:
                      target_nam: OBJECT
                      s_fov: {path: F, unit: parsec}
                """);
        for (String command : new String[] {"check", "diff", "apply"}) {
            var outcome = dapple.run("mapping", command, wrong.toString());
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.errors())
                    .contains("line 4: there is no column target_nam; did you mean target_name?")
                    .contains("line 5: there is no way from the unit parsec to deg of s_fov");
        }
        assertThat(dapple.run("mapping", "check", "none.yaml").errors()).contains("There is no file none.yaml");
        assertThat(dapple.run("mapping", "test", "a:b").errors()).contains("There is no DID a:b in rucio.dids");
        assertThat(dapple.run("mapping", "test", "ab").exitCode()).isEqualTo(2);
        assertThat(dapple.run("mapping", "show", "--version", "77").errors()).contains("no version 77");
        assertThat(dapple.run("mapping").exitCode()).isEqualTo(2);
    }

    private static Path example() throws IOException {
        Matcher yaml = Pattern.compile("```yaml\n(# mapping.yaml\n.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "operators.md")));
        assertThat(yaml.find()).isTrue();
        return Files.writeString(folder.resolve("mapping.yaml"), yaml.group(1));
    }

    private static void load(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("dids.ndjson"), lines);
        assertThat(dapple.run("load", file.toString()).exitCode()).isZero();
    }
}
