package org.dapple.datalink.replica.wire;

import java.io.IOException;
import org.dapple.datalink.replica.Deadline;

/** Gets a new token from whoever gives them. */
public interface TokenSource {

    /**
     * A token that is as new as can be.
     *
     * @param until when it must be there
     * @throws IOException when none is given
     */
    Token fetch(Deadline until) throws IOException;
}
