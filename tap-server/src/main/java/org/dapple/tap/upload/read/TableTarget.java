package org.dapple.tap.upload.read;

import java.util.List;
import org.dapple.adql.catalog.Column;

/** Takes a table row by row, in the order of these methods. */
public interface TableTarget {

    /** The columns, at least one, with names that differ whatever is done to them, and are told apart by PostgreSQL. */
    void begin(List<Column> columns);

    /**
     * A row, lent until the call returns. By the type of their column, cells are Boolean, Short, Integer, Long, Float,
     * Double, String, {@code double[]} for the numbers of a geometry in degrees (DALI 1.1 §3.3.5), Long for
     * microseconds since 2000-01-01T00:00:00, or an array of one of these, {@code Object[]} where elements may be null;
     * null where there is no value.
     */
    void row(Object[] cells);

    /** After the last row. */
    void end();
}
