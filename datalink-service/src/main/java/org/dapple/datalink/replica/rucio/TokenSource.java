package org.dapple.datalink.replica.rucio;

import java.io.IOException;

/** Gets a new token from whoever gives them. */
interface TokenSource {

    /**
     * A token that is as new as can be.
     *
     * @throws IOException when none is given
     */
    Token fetch() throws IOException;
}
