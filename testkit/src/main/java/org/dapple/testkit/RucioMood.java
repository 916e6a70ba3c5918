package org.dapple.testkit;

/** How a {@link TestRucio} answers, when it is asked for replicas unless said. */
public enum RucioMood {
    /** As Rucio does. */
    WELL,
    /** Not at all, for a minute. */
    SILENT,
    /** Not at all, whatever it is asked, also for tokens. */
    DEAF,
    /** Not at all, when it is asked for attributes of a storage element. */
    SILENT_ABOUT_ATTRIBUTES,
    /** Not at all, when it is asked what a DID is. */
    SILENT_ABOUT_DIDS,
    /** One byte a second. */
    TRICKLING,
    /** The connection ends in the middle of a line. */
    CUT_OFF,
    /** Status 500 with Rucio's error body. */
    FAILING,
    /** Bytes that are no JSON. */
    GARBAGE,
    /** A page of a proxy. */
    HTML,
    /** A hundred megabytes of replicas of something else. */
    ENDLESS,
    /** JSON of other types than Rucio's. */
    WRONG_TYPES
}
