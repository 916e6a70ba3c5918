package org.dapple.tap.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The parts of a request's multipart body, which belong to the request: they are there as long as it is. */
@FunctionalInterface
public interface Parts {

    /** The bytes of a part, from the beginning, or nothing if there is no such part; the caller closes them. */
    Optional<InputStream> open(String name) throws IOException;

    /** Of a request that has none. */
    static Parts none() {
        return name -> Optional.empty();
    }
}
