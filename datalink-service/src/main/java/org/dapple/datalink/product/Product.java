package org.dapple.datalink.product;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dapple.datalink.replica.Did;

/**
 * What the metadata says of a DID, as far as links need it.
 *
 * @param did which
 * @param publisherDid obs_publisher_did of ObsCore
 * @param title in words
 * @param type dataproduct_type of ObsCore
 * @param contentType media type of the file
 * @param bytes size of the file, as the metadata has it
 * @param coverage of the sky, of wavelengths and of time
 * @param links beside the file
 */
public record Product(
        Did did,
        Optional<String> publisherDid,
        Optional<String> title,
        Optional<String> type,
        Optional<String> contentType,
        Optional<Long> bytes,
        Coverage coverage,
        List<StoredLink> links) {

    public Product {
        Objects.requireNonNull(did);
        Objects.requireNonNull(coverage);
        links = List.copyOf(links);
    }

    /** One of which nothing is known but its name. */
    public static Product of(Did did) {
        return new Product(
                did,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Coverage.UNKNOWN,
                List.of());
    }
}
