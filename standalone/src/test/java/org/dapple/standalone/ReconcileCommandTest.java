package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dapple.standalone.TestRucio.Mood;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DIDs that Rucio has no more are put away, and only when Rucio says so clearly. */
class ReconcileCommandTest {

    private static final int DIDS = 30;

    private static Installation dapple;
    private static TestRucio rucio;
    private static Path token;
    private static Path metadata;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        rucio = new TestRucio();
        token = Files.writeString(folder.resolve("token"), TestRucio.TOKEN + "\n");
        metadata = Files.writeString(
                folder.resolve("dids.ndjson"),
                IntStream.range(0, DIDS)
                        .mapToObj(i ->
                                "{\"scope\":\"s\",\"name\":\"path/é %d\",\"data\":{\"obs_id\":\"o\",\"obs_collection\":\"c\",\"calib_level\":2}}\n"
                                        .formatted(i))
                        .collect(Collectors.joining()));
        dapple = Installation.fresh();
        assertThat(dapple.run("up", "--detach", "--no-demo").exitCode()).isZero();
    }

    @AfterAll
    static void stop() {
        dapple.close();
        rucio.close();
    }

    @BeforeEach
    void fill() {
        rucio.feels(Mood.WELL);
        rucio.has(names(0));
        assertThat(dapple.run("load", metadata.toString()).exitCode()).isZero();
    }

    @Test
    void nothingIsPutAwayWhenAllIsThere() {
        assertThat(reconcile().output()).isEqualTo("All DIDs are in Rucio.\n");
    }

    @Test
    void withoutApplyItIsOnlySaidWhatWouldBeDone() {
        rucio.has(names(2));
        assertThat(reconcile().output())
                .isEqualTo("gone: s:path/é 0\ngone: s:path/é 1\n2 DIDs would be put away: --apply\n");
        assertThat(visible()).isEqualTo(DIDS);
    }

    @Test
    void whatRucioHasNoMoreIsPutAwayAndComesBackWhenItIsWrittenAgain() {
        rucio.has(names(2));
        assertThat(reconcile("--apply").output()).endsWith("2 DIDs put away\n");
        assertThat(visible()).isEqualTo(DIDS - 2);
        dapple.run("load", metadata.toString());
        assertThat(visible()).isEqualTo(DIDS);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILS_TO_LIST, 'Nothing is done: Rucio answers 500 DatabaseException to /dids/s/dids/search'",
        "BREAKS_OFF, 'Nothing is done: Rucio''s answer to /dids/s/dids/search?type=all broke off'",
        "FAILS_TO_TELL, 'Nothing is done: Rucio answers 500 DatabaseException to /dids/s/path%2F%C3%A9%200'",
        "BEHIND_A_LOST_PROXY, 'Nothing is done: Rucio answers 404 to /dids/s/path%2F%C3%A9%200'"
    })
    void nothingIsDoneWhenRucioIsUnclear(Mood mood, String words) {
        rucio.has(names(2));
        rucio.feels(mood);
        var outcome = reconcile("--apply");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).contains(words);
        assertThat(visible()).isEqualTo(DIDS);
    }

    @Test
    void aScopeOfWhichRucioListsNothingIsLeftAlone() {
        rucio.feels(Mood.LISTS_NOTHING);
        assertThat(reconcile("--apply", "--force").output())
                .contains("Rucio lists nothing in scope s, where 30 DIDs have metadata; they are left alone")
                .contains("0 DIDs put away");
        assertThat(visible()).isEqualTo(DIDS);
    }

    @Test
    void moreThanATenthIsDoneOnlyByForce() {
        rucio.has(names(4));
        var outcome = reconcile("--apply");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).contains("Rucio does not list 4 of 30 DIDs, such as s:path/é 0", "--force");
        assertThat(visible()).isEqualTo(DIDS);
        assertThat(reconcile("--apply", "--force").output()).endsWith("4 DIDs put away\n");
        assertThat(visible()).isEqualTo(DIDS - 4);
    }

    @Test
    void aTokenThatRucioDoesNotKnowIsNoAnswer() throws IOException {
        rucio.has(names(2));
        Path other = Files.writeString(token.resolveSibling("other"), "wrong\n");
        var outcome =
                dapple.run("sync", "reconcile", "--rucio", rucio.url(), "--token-file", other.toString(), "--apply");
        assertThat(outcome.errors()).contains("Nothing is done: Rucio answers 401 CannotAuthenticate");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(dapple.run("sync", "reconcile").errors()).contains("--rucio", "--token-file");
    }

    private static Installation.Outcome reconcile(String... more) {
        String[] words = new String[6 + more.length];
        System.arraycopy(
                new String[] {"sync", "reconcile", "--rucio", rucio.url(), "--token-file", token.toString()},
                0,
                words,
                0,
                6);
        System.arraycopy(more, 0, words, 6, more.length);
        return dapple.run(words);
    }

    /** All DIDs but the first few. */
    private static String[] names(int without) {
        return IntStream.range(without, DIDS).mapToObj(i -> "s:path/é " + i).toArray(String[]::new);
    }

    private static int visible() {
        String status = dapple.run("status", "--json").output();
        return Integer.parseInt(status.replaceAll("(?s).*\"visible\" : (\\d+).*", "$1"));
    }
}
