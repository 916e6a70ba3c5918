package org.dapple.dbinit.load;

/**
 * How far a load is.
 *
 * @param lines lines read, blank ones too
 * @param loaded lines that were written
 * @param bad lines that were left out
 */
public record LoadCount(long lines, long loaded, long bad) {}
