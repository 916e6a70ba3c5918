package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of the way from Rucio to ObsCore. */
class SyncCommandTest {

    private static Installation dapple;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        dapple = Installation.fresh();
        assertThat(dapple.run("up", "--detach", "--no-demo").exitCode()).isZero();
        assertThat(dapple.run("sync", "pending").output()).isEqualTo("Nothing is pending.\n");
        var file = Files.writeString(folder.resolve("dids.ndjson"), """
                {"scope":"test","name":"a","data":{"obs_id":"o","obs_collection":"c","calib_level":2}}
                {"scope":"test","name":"b","data":{"obs_id":"o"}}
                {"scope":"test","name":"c","data":{"obs_id":"o","obs_collection":"c"}}
                {"scope":"test","name":"d","data":{"obs_id":"o","obs_collection":"c","calib_level":2,"s_ra":"abc"}}
                """);
        assertThat(dapple.run("load", file.toString()).exitCode()).isZero();
    }

    @AfterAll
    static void stop() {
        dapple.close();
    }

    @Test
    void pendingSumsUpByReason() {
        assertThat(dapple.run("sync", "pending").output()).isEqualTo("""
                    DIDs   hidden  what is wrong, and where
                       2        2  calib_level is missing, as in test:b, test:c
                       1        1  obs_collection is missing, as in test:b
                       1        0  s_ra: "abc" is not a number, as in test:d
                """.indent(0));
    }

    @Test
    void theIndexIsThereAlready() {
        assertThat(dapple.run("sync", "index").exitCode()).isZero();
    }

    @Test
    void checkTellsDifferencesAndRebuildRemovesThem() {
        assertThat(dapple.run("sync", "check").output()).isEqualTo("Everything is as rucio.dids says.\n");
        assertThat(dapple.run("sync", "rebuild").output()).isEqualTo("Everything has been derived anew.\n");
        assertThat(dapple.run("sync", "check").exitCode()).isZero();
        assertThat(dapple.run("status", "--json").output())
                .contains("\"visible\" : 2", "\"pending\" : 2", "\"incomplete\" : 1", "\"changes\" : 2");
    }

    @Test
    void saysWhichCommandsThereAre() {
        var outcome = dapple.run("sync");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errors()).contains("pending").contains("index");
    }
}
