package org.dapple.dbinit.load;

import java.util.Optional;
import org.dapple.dbinit.rucio.Did;
import org.dapple.dbinit.rucio.DidReplicas;

/** What a line tells. */
sealed interface LakeLine {

    /**
     * Metadata.
     *
     * @param replicas where the files are, if the line tells
     */
    record Metadata(Did did, Optional<DidReplicas> replicas) implements LakeLine {}

    /**
     * A storage element.
     *
     * @param json the line as it is
     */
    record StorageElement(String json) implements LakeLine {}
}
