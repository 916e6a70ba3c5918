package org.dapple.dali.fits;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The rows of a table, all of the same width (FITS 4.0 §7.3.3). */
final class FitsRows {

    private final List<FitsColumn> columns;
    private final byte[] row;

    FitsRows(List<FitsColumn> columns) {
        this.columns = columns;
        this.row = new byte[width(columns)];
    }

    /** Bytes of a row. */
    static int width(List<FitsColumn> columns) {
        return columns.stream().mapToInt(FitsColumn::width).reduce(0, Math::addExact);
    }

    void write(RowSpool rows, OutputStream out) throws IOException {
        int at = 0;
        for (int i = 0; i < columns.size(); i++) {
            FitsColumn column = columns.get(i);
            if (rows.length(i) < 0) {
                column.writeNull(row, at);
            } else {
                column.write(rows.bytes(), rows.offset(i), rows.length(i), row, at);
            }
            at += column.width();
        }
        out.write(row);
    }

    /** Bytes of the heap. */
    static long heapSize(List<FitsColumn> columns) {
        return columns.stream().mapToLong(FitsColumn::heapSize).sum();
    }

    /** Writes what of a row lies in the heap, after all rows and in their order. */
    void writeHeap(RowSpool rows, OutputStream out) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            if (rows.length(i) >= 0) {
                columns.get(i).writeHeap(rows.bytes(), rows.offset(i), out);
            }
        }
    }

    /** Fills the last block with zeros. */
    void pad(long count, OutputStream out) throws IOException {
        long used = (count * row.length + heapSize(columns)) % FitsHeader.BLOCK;
        out.write(new byte[(int) ((FitsHeader.BLOCK - used) % FitsHeader.BLOCK)]);
    }
}
