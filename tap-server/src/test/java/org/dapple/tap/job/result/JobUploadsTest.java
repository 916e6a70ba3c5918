package org.dapple.tap.job.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dapple.dali.uws.Job;
import org.dapple.tap.upload.Parts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobUploadsTest {

    private static final String JOB = "j1";

    @TempDir
    private Path folder;

    private JobUploads uploads;

    @BeforeEach
    void begin() {
        uploads = new JobUploads(folder);
    }

    @Test
    void whatUploadNamesIsKeptAndNothingElse() throws IOException {
        keep("a,param:one;b,param:../../two;c,http://example.org/", Map.of("one", "1", "../../two", "2", "three", "3"));

        assertThat(kept("one")).contains("1");
        assertThat(kept("../../two")).contains("2");
        assertThat(kept("three")).isEmpty();
        assertThat(files()).hasSize(2);
    }

    @Test
    void anotherUploadTakesThePlaceOfTheFirst() throws IOException {
        keep("a,param:one;b,param:two", Map.of("one", "1", "two", "2"));
        keep("a,param:one;c,param:three", Map.of("three", "3"));

        assertThat(kept("one")).contains("1");
        assertThat(kept("two")).isEmpty();
        assertThat(kept("three")).contains("3");
        assertThat(files()).hasSize(2);
    }

    @Test
    void ordersWithoutUploadLeaveWhatIsKept() throws IOException {
        keep("a,param:one", Map.of("one", "1"));
        uploads.keep(JOB, List.of(new Job.Parameter("QUERY", "SELECT 1")), parts(Map.of("one", "other")));

        assertThat(kept("one")).contains("1");
    }

    @Test
    void aPartThatBreaksOffIsNotKept() throws IOException {
        keep("a,param:one", Map.of("one", "1"));
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), closed);

        assertThatThrownBy(() -> uploads.keep(
                        JOB, List.of(new Job.Parameter("UPLOAD", "a,param:one")), name -> Optional.of(broken)))
                .isInstanceOf(IOException.class);

        assertThat(kept("one")).contains("1");
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatIsKeptGoesWithTheResults() throws IOException {
        keep("a,param:one", Map.of("one", "1"));

        new DirectoryResults(folder).remove(JOB);

        assertThat(kept("one")).isEmpty();
        assertThat(folder.resolve(JOB)).doesNotExist();
    }

    @Test
    void aMalformedUploadKeepsNothing() throws IOException {
        keep("no comma", Map.of("one", "1"));

        assertThat(folder.resolve(JOB)).doesNotExist();
    }

    private void keep(String upload, Map<String, String> parts) throws IOException {
        uploads.keep(JOB, List.of(new Job.Parameter("UPLOAD", upload)), parts(parts));
    }

    private static Parts parts(Map<String, String> parts) {
        return name -> Optional.ofNullable(parts.get(name))
                .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<String> kept(String part) throws IOException {
        Optional<InputStream> found = uploads.of(JOB).open(part);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(JOB))) {
            return files.toList();
        }
    }
}
