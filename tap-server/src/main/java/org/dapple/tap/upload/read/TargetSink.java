package org.dapple.tap.upload.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.tap.config.UploadLimits;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.TableSink;

/** Hands on what STIL reads, within the limits. STIL wraps what it does not know, so the first fault is kept. */
final class TargetSink implements TableSink {

    private final String name;
    private final UploadLimits limits;
    private final TableTarget target;
    private List<Cells> cells = List.of();
    private Object[] row = {};
    private long rows;
    private long promisedRows;
    private long bytes;
    private long characters;
    private Absence absence = Absence.AS_READ;
    private ServiceFault fault;

    TargetSink(String name, UploadLimits limits, TableTarget target) {
        this.name = name;
        this.limits = limits;
        this.target = target;
    }

    /** That so many bytes more of the file are going to be unpacked. */
    void countBytes(long more) {
        bytes += more;
        guarded(() -> requireSize(bytes));
    }

    private void requireSize(long size) {
        if (size > limits.bytes()) {
            throw ServiceFault.of(
                    FaultCategory.TOO_LARGE,
                    "%s is larger than %,d bytes without its compression, which is the most a query may bring."
                            .formatted(name, limits.bytes()));
        }
    }

    /** How the rows that follow tell that a value is absent. */
    void toldBy(Absence told) {
        absence = told;
    }

    @Override
    public void acceptMetadata(StarTable metadata) {
        guarded(() -> begin(metadata));
    }

    private void begin(StarTable metadata) {
        int count = metadata.getColumnCount();
        if (count == 0) {
            throw ServiceFault.usage(name + " has no columns.");
        }
        if (count > limits.columns()) {
            throw ServiceFault.of(
                    FaultCategory.TOO_LARGE,
                    "%s has %d columns; an uploaded table may have %d at most."
                            .formatted(name, count, limits.columns()));
        }
        cells = UploadedColumns.of(metadata);
        promisedRows = metadata.getRowCount();
        row = new Object[count];
        target.begin(cells.stream().map(Cells::column).toList());
    }

    @Override
    public void acceptRow(Object[] values) throws IOException {
        guarded(() -> take(values));
    }

    private void take(Object[] values) {
        rows++;
        if (rows > limits.rows()) {
            throw ServiceFault.of(
                    FaultCategory.TOO_LARGE,
                    "%s has more than %,d rows, which is the most an uploaded table may have."
                            .formatted(name, limits.rows()));
        }
        for (int i = 0; i < row.length; i++) {
            row[i] = converted(i, values[i]);
            characters += values[i] instanceof String text ? text.length() : 0;
        }
        // A dictionary holds a long text once, whatever the number of rows that have it.
        requireSize(characters);
        target.row(row);
    }

    private Object converted(int place, Object read) {
        Cells column = cells.get(place);
        try {
            Object value = absence.told(place, column.column().type(), read);
            return value == null ? null : column.convert(value);
        } catch (IllegalArgumentException e) {
            throw ServiceFault.usage("%s has a value in row %d that does not suit its column %s: %s."
                    .formatted(name, rows, column.column().name(), e.getMessage()));
        }
    }

    @Override
    public void endRows() {
        guarded(() -> {
            requirePromisedRows();
            target.end();
        });
    }

    /** A stream that is cut off between its rows looks whole. */
    private void requirePromisedRows() {
        if (promisedRows >= 0 && promisedRows != rows) {
            throw ServiceFault.usage("%s says that it has %d rows, but has %d.".formatted(name, promisedRows, rows));
        }
    }

    /** After the first fault nothing more is taken. */
    private void guarded(Runnable step) {
        if (fault != null) {
            throw fault;
        }
        try {
            step.run();
        } catch (ServiceFault e) {
            fault = e;
            throw e;
        }
    }

    /** The first thing that went wrong with the table and not with its file. */
    Optional<ServiceFault> fault() {
        return Optional.ofNullable(fault);
    }

    void requireTable() {
        if (cells.isEmpty()) {
            throw ServiceFault.usage(name + " holds no table with data.");
        }
    }
}
