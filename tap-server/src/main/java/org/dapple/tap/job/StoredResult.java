package org.dapple.tap.job;

import java.nio.channels.SeekableByteChannel;
import java.time.Instant;

/**
 * The result of a job, open for reading; the caller closes it.
 *
 * @param name of this content: another one never has the same
 * @param mediaType what it is served as
 * @param since when it is there
 */
public record StoredResult(String name, String mediaType, Instant since, SeekableByteChannel content) {}
