package org.dapple.datalink.replica.wire;

import java.io.IOException;

/** Gets a new token from whoever gives them. */
public interface TokenSource {

    /**
     * A token that is as new as can be.
     *
     * @throws IOException when none is given
     */
    Token fetch() throws IOException;
}
