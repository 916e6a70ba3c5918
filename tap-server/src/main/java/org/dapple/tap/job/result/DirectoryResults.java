package org.dapple.tap.job.result;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Results as files: a folder for each job, in it a file for each execution, named by its number. */
public final class DirectoryResults implements ResultStore {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryResults.class);

    private final Path folder;

    /** Results below a folder, which is made when the first one is written. */
    public DirectoryResults(Path folder) {
        this.folder = folder;
    }

    @Override
    public ResultDraft draft(String jobId, int attempt) throws IOException {
        Files.createDirectories(folder.resolve(jobId));
        return new FileDraft(file(jobId, attempt));
    }

    @Override
    public Optional<SeekableByteChannel> open(String jobId, int attempt) throws IOException {
        try {
            return Optional.of(Files.newByteChannel(file(jobId, attempt)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(String jobId) {
        try (Stream<Path> tree = Files.walk(folder.resolve(jobId))) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            LOG.trace("job {} has no results", jobId);
        } catch (IOException e) {
            LOG.warn("results of job {} could not be removed now: {}", jobId, e.toString());
        }
    }

    @Override
    public void removeOrphans(Duration age, UnaryOperator<Set<String>> vanished) {
        Instant limit = Instant.now().minus(age);
        try (Stream<Path> jobs = Files.list(folder)) {
            List<Path> old = jobs.filter(job -> isOlder(job, limit)).toList();
            Set<String> ids =
                    old.stream().map(job -> job.getFileName().toString()).collect(Collectors.toSet());
            vanished.apply(ids).forEach(this::remove);
        } catch (NoSuchFileException nothingYet) {
            LOG.trace("there are no results yet");
        } catch (IOException e) {
            LOG.warn("the folder of results cannot be listed: {}", e.toString());
        }
    }

    private static boolean isOlder(Path job, Instant limit) {
        try {
            return Files.getLastModifiedTime(job).toInstant().isBefore(limit);
        } catch (IOException gone) {
            return false;
        }
    }

    private Path file(String jobId, int attempt) {
        return folder.resolve(jobId).resolve(Integer.toString(attempt));
    }
}
