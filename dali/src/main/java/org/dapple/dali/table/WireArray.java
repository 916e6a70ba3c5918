package org.dapple.dali.table;

/**
 * Walks the elements of a cell that is an array, where they lie: PostgreSQL's binary form, which is the number of dimensions, two words that tell
 * nothing new, a length and a lower bound for each dimension, and for each element its length (-1 for NULL) and its value. The last
 * index runs fastest, as the first one does in VOTable, so that the elements of an array of several dimensions stand in the right order.
 */
public final class WireArray {

    private static final int WORD = Integer.BYTES;
    private static final int FIXED = 3 * WORD;
    private static final int DIMENSION = 2 * WORD;

    private WireArray() {}

    /** How many elements an array has that begins at an offset. */
    public static int count(byte[] bytes, int offset) {
        int dimensions = WireCell.intAt(bytes, offset);
        int count = dimensions == 0 ? 0 : 1;
        for (int i = 0; i < dimensions; i++) {
            count *= WireCell.intAt(bytes, offset + FIXED + i * DIMENSION);
        }
        return count;
    }

    /** Where the first element of an array begins, if it has any. */
    public static int first(byte[] bytes, int offset) {
        return offset + FIXED + WireCell.intAt(bytes, offset) * DIMENSION;
    }

    /** Where the element behind another one begins. */
    public static int next(byte[] bytes, int element) {
        return element + WORD + Math.max(0, length(bytes, element));
    }

    /** Length of an element in bytes, or -1 where it is NULL. */
    public static int length(byte[] bytes, int element) {
        return WireCell.intAt(bytes, element);
    }

    /** Where the value of an element lies that is not NULL. */
    public static int value(int element) {
        return element + WORD;
    }
}
