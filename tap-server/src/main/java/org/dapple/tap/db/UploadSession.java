package org.dapple.tap.db;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.dapple.adql.catalog.Table;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;
import org.dapple.tap.upload.read.TableTarget;

/**
 * One transaction that first takes tables and then, READ ONLY from there on, runs a query that reads them. Whatever ends
 * it, the tables are gone.
 */
public final class UploadSession implements AutoCloseable {

    private final QueryRunner runner;
    private final QuerySession session;
    private final SqlFaults faults;
    private final List<TemporaryTable> tables = new ArrayList<>();

    UploadSession(QueryRunner runner, QuerySession session, SqlFaults faults) {
        this.runner = runner;
        this.session = session;
        this.faults = faults;
    }

    /** What takes the rows of a table of this name; one after the other. */
    public TableTarget target(String name) {
        TemporaryTable table = new TemporaryTable(name, session, faults);
        tables.add(table);
        return table;
    }

    /** The tables it has taken, as a query may call them. */
    public List<Table> tables() {
        return tables.stream().map(TemporaryTable::published).toList();
    }

    /** Runs the query as {@link QueryRunner#run} does; closing the stream ends the session. */
    public RowStream run(String select, List<Field> fields, long rowLimit) {
        try {
            session.restrict();
            return runner.stream(session, select, fields, rowLimit);
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    @Override
    public void close() {
        tables.forEach(TemporaryTable::cancel);
        session.close();
    }
}
