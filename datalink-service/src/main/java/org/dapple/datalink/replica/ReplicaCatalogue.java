package org.dapple.datalink.replica;

import java.util.Optional;
import java.util.Set;
import org.dapple.datalink.place.Place;

/** Knows where files are. Implementations serve many threads. */
public interface ReplicaCatalogue {

    /** What it is called in configuration, logs and messages, such as {@code rucio}. */
    String name();

    /**
     * What there is for each of the DIDs, with one question for all of them where the catalogue has such a question.
     *
     * @param dids any number
     * @param until when the answer must be there; one that is over a network may take less time of its own
     * @return what it knows; a DID without holding does not exist there, unless there was an outage
     * @throws CatalogueException when it cannot tell now
     */
    Findings find(Set<Did> dids, Deadline until) throws CatalogueException;

    /**
     * Where a site or storage element stands.
     *
     * @param until when the answer must be there
     * @throws CatalogueException when it cannot tell now
     */
    Optional<Place> placeOf(String siteOrRse, Deadline until) throws CatalogueException;
}
