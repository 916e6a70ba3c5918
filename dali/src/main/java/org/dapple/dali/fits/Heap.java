package org.dapple.dali.fits;

/** The place behind the rows of a table where arrays lie that differ in length, one after the other (FITS 4.0 §7.3.5). */
final class Heap {

    private long used;

    /** Where the next so many bytes lie, from the beginning of the heap. */
    long take(long bytes) {
        long place = used;
        used += bytes;
        return place;
    }
}
