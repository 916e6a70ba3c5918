package org.dapple.datalink.product;

import java.util.Objects;
import java.util.Optional;

/**
 * A link that the metadata of a DID names beside the file, such as a preview.
 *
 * @param url absolute, http or https
 * @param semantics term of the DataLink vocabulary with its hash, or a full URI
 * @param description for a reader
 * @param contentType media type of what it leads to
 * @param contentLength its size in bytes
 */
public record StoredLink(
        String url,
        String semantics,
        Optional<String> description,
        Optional<String> contentType,
        Optional<Long> contentLength) {

    public StoredLink {
        Objects.requireNonNull(url);
        Objects.requireNonNull(semantics);
    }
}
