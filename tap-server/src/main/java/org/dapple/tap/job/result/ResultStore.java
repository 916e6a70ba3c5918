package org.dapple.tap.job.result;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Keeps one result for each execution of a job; a result is there as a whole or not at all. */
public interface ResultStore {

    /** Begins the result of an execution; it is there when the draft has been committed. */
    ResultDraft draft(String jobId, int attempt) throws IOException;

    /** A result for reading, which the caller closes; empty when it is not there. */
    Optional<SeekableByteChannel> open(String jobId, int attempt) throws IOException;

    /** Removes all that is kept for a job, if anything is. */
    void remove(String jobId);

    /**
     * Removes what is kept for jobs that do not exist any more.
     *
     * @param age what is younger is left alone
     * @param vanished those of the given job ids that do not exist
     */
    void removeOrphans(Duration age, UnaryOperator<Set<String>> vanished);
}
