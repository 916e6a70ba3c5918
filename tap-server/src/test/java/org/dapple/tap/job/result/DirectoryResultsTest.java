package org.dapple.tap.job.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryResultsTest {

    @TempDir
    private Path folder;

    @Test
    void aResultIsThereWhenItIsCommitted() throws IOException {
        ResultStore results = new DirectoryResults(folder);
        try (ResultDraft draft = results.draft("j", 1)) {
            draft.out().write("all of it".getBytes(StandardCharsets.UTF_8));
            assertThat(results.open("j", 1)).isEmpty();
            assertThat(draft.commit()).isEqualTo(9);
        }

        assertThat(read(results.open("j", 1))).contains("all of it");
        assertThat(results.open("j", 2)).isEmpty();
    }

    @Test
    void aDraftThatIsNotCommittedLeavesNothing() throws IOException {
        ResultStore results = new DirectoryResults(folder);
        try (ResultDraft draft = results.draft("j", 1)) {
            draft.out().write(new byte[100_000]);
        }

        assertThat(results.open("j", 1)).isEmpty();
        assertThat(folder.resolve("j")).isEmptyDirectory();
    }

    @Test
    void anEmptyResultIsAResult() throws IOException {
        ResultStore results = new DirectoryResults(folder);
        commit(results, "j", "");

        assertThat(read(results.open("j", 1))).contains("");
    }

    @Test
    void whatAKilledServerLeftBehindIsReplaced() throws IOException {
        ResultStore results = new DirectoryResults(folder);
        ResultDraft killed = results.draft("j", 1);
        killed.out().write(new byte[1000]);
        killed.out().flush();
        commit(results, "j", "whole");

        assertThat(read(results.open("j", 1))).contains("whole");
    }

    @Test
    void removingAJobRemovesAllItsResults() throws IOException {
        ResultStore results = new DirectoryResults(folder);
        commit(results, "j", "x");
        results.remove("j");
        results.remove("nosuchjob");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void onlyResultsOfVanishedJobsAreOrphans() throws IOException {
        ResultStore results = new DirectoryResults(folder);
        commit(results, "kept", "x");
        commit(results, "vanished", "x");
        results.removeOrphans(Duration.ofHours(1), ids -> ids);
        assertThat(results.open("vanished", 1).map(DirectoryResultsTest::read)).isPresent();

        results.removeOrphans(Duration.ofMillis(-1), ids -> Set.of("vanished"));

        assertThat(read(results.open("kept", 1))).contains("x");
        assertThat(results.open("vanished", 1)).isEmpty();
    }

    @Test
    void thereNeedNotBeAFolderYet() throws IOException {
        ResultStore results = new DirectoryResults(folder.resolve("later"));
        results.removeOrphans(Duration.ZERO, ids -> ids);
        assertThat(results.open("j", 1)).isEmpty();
        commit(results, "j", "x");

        assertThat(read(results.open("j", 1))).contains("x");
    }

    private static void commit(ResultStore results, String jobId, String text) throws IOException {
        try (ResultDraft draft = results.draft(jobId, 1)) {
            draft.out().write(text.getBytes(StandardCharsets.UTF_8));
            draft.commit();
        }
    }

    private static Optional<String> read(Optional<SeekableByteChannel> content) {
        return content.map(DirectoryResultsTest::read);
    }

    private static String read(SeekableByteChannel content) {
        try (content) {
            return new String(Channels.newInputStream(content).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
