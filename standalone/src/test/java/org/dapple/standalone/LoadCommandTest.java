package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadCommandTest {

    private static Installation dapple;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        dapple = Installation.fresh();
        assertThat(dapple.run("up", "--detach", "--no-demo").exitCode()).isZero();
    }

    @AfterAll
    static void stop() {
        dapple.close();
    }

    @Test
    void loadsGoodLinesAndCountsBadOnes() throws IOException {
        var outcome = load("""
                {"scope":"test","name":"a","data":{"obs_id":"o","obs_collection":"c","calib_level":2}}
                nonsense
                {"scope":"test","name":"b","data":{"obs_id":"o"}}
                """);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).isEqualTo("2 loaded, 1 skipped\n");
    }

    @Test
    void failsWhenNothingCouldBeLoaded() throws IOException {
        var outcome = load("nonsense\n");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).isEqualTo("0 loaded, 1 skipped\n");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        var outcome = dapple.run("load", folder.resolve("none.ndjson").toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).contains("none.ndjson: there is no such file");
    }

    private Installation.Outcome load(String lines) throws IOException {
        var file = Files.writeString(folder.resolve("dids.ndjson"), lines);
        return dapple.run("load", file.toString());
    }
}
