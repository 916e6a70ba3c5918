package org.dapple.datalink.product;

import java.util.List;
import java.util.Map;
import org.dapple.datalink.replica.CatalogueException;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.request.RequestedId;

/** Knows what data products are behind identifiers. */
public interface ProductCatalogue {

    /**
     * The products of those identifiers that are known: by their obs_publisher_did, whoever minted it, or by the DID
     * that they can be read as.
     *
     * @param until when the answer must be there
     * @throws CatalogueException when it cannot tell now
     */
    Map<RequestedId, Product> find(List<RequestedId> ids, Deadline until) throws CatalogueException;
}
