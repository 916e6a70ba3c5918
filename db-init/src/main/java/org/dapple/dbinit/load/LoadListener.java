package org.dapple.dbinit.load;

/** Is told what a load does while it does it, so that a load of any size needs no memory for it. */
public interface LoadListener {

    /** More is in the database now; the counts are those since the beginning. */
    void progress(LoadCount count);

    /**
     * A line was left out.
     *
     * @param number from 1
     * @param reason one sentence without the line itself
     */
    void badLine(long number, String reason);
}
