package org.dapple.tap.db;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;
import org.postgresql.copy.CopyOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tuples of one COPY as they arrive; owns its session and gives it back when it is closed. */
final class CopyRowStream implements RowStream {

    private static final Logger LOG = LoggerFactory.getLogger(CopyRowStream.class);

    private final QuerySession session;
    private final CopyOut copy;
    private final CopyTuples tuples;
    private final List<Field> fields;
    private final SqlFaults faults;
    private long rowsLeft;

    /**
     * Takes over a COPY that has just begun.
     *
     * @param rowLimit how many rows the statement can return at most
     */
    CopyRowStream(QuerySession session, CopyOut copy, List<Field> fields, long rowLimit, SqlFaults faults) {
        this.session = session;
        this.copy = copy;
        this.tuples = new CopyTuples(copy, fields.size());
        this.fields = List.copyOf(fields);
        this.faults = faults;
        this.rowsLeft = rowLimit;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public boolean next() throws IOException {
        try {
            boolean moved = copy.isActive() && tuples.next();
            rowsLeft -= moved ? 1 : 0;
            return moved;
        } catch (SQLException e) {
            throw session.isDispossessed() ? SqlFaults.tooSlowlyRead() : faults.of(e);
        }
    }

    @Override
    public byte[] bytes() {
        return tuples.message();
    }

    @Override
    public int offset(int column) {
        return tuples.offset(column);
    }

    @Override
    public int length(int column) {
        return tuples.length(column);
    }

    @Override
    public void close() {
        if (copy.isActive() && !ended()) {
            session.abandon();
        }
        session.close();
    }

    /**
     * Brings the statement to its end, by a cancel if it could still have rows, and reads what is under way. False when it
     * ended by itself after it was to be cancelled: then the cancel may still come and would hit the next statement.
     */
    private boolean ended() {
        boolean complete = rowsLeft == 0;
        try {
            if (!complete) {
                session.cancel();
            }
            while (copy.readFromCopy() != null) {
                LOG.trace("a row was under way");
            }
            return complete;
        } catch (SQLException e) {
            return SqlFaults.isCancelled(e);
        }
    }
}
