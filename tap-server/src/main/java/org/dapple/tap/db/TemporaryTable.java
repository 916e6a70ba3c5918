package org.dapple.tap.db;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.dapple.adql.catalog.Column;
import org.dapple.adql.catalog.SearchColumns;
import org.dapple.adql.catalog.Table;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.tap.upload.Upload;
import org.dapple.tap.upload.read.TableTarget;

/** A table that a query brought along, as the session's own: filled by COPY, and indexed where it has positions. */
final class TemporaryTable implements TableTarget {

    private static final String SCHEMA = "pg_temp";
    private static final String TABLE = "Table ";

    private final String name;
    private final QuerySession session;
    private final SqlFaults faults;
    private List<Column> columns = List.of();
    private TemporaryColumns stored;
    private CopyInTuples tuples;

    TemporaryTable(String name, QuerySession session, SqlFaults faults) {
        this.name = name;
        this.session = session;
        this.faults = faults;
    }

    @Override
    public void begin(List<Column> given) {
        columns = List.copyOf(given);
        stored = new TemporaryColumns(columns);
        guarded(() -> {
            session.execute("CREATE TEMPORARY TABLE " + qualified() + " (" + stored.definitions() + ") ON COMMIT DROP");
            session.execute("GRANT SELECT ON " + qualified() + " TO dapple_adql");
            tuples = new CopyInTuples(
                    session.copyIn("COPY " + qualified() + " (" + stored.copied() + ") FROM STDIN (FORMAT binary)"),
                    columns.stream().map(Column::type).toList());
        });
    }

    @Override
    public void row(Object[] cells) {
        guarded(() -> tuples.write(cells));
    }

    @Override
    public void end() {
        guarded(() -> {
            tuples.end();
            if (stored.added().isPresent()) {
                session.execute(
                        "ALTER TABLE " + qualified() + " " + stored.added().get());
            }
            if (stored.position().isPresent()) {
                session.execute("CREATE INDEX ON " + qualified() + " USING gist ("
                        + Identifiers.quoted(stored.position().get().point()) + ")");
            }
            session.execute("ANALYZE " + qualified());
        });
    }

    /** Ends a COPY that has not come to its end; the connection waits for it otherwise. */
    void cancel() {
        try {
            if (tuples != null) {
                tuples.cancel();
            }
        } catch (SQLException e) {
            session.abandon();
        }
    }

    /** As queries see it. */
    Table published() {
        return new Table(
                Upload.SCHEMA,
                name,
                null,
                columns,
                new SearchColumns(stored.position().stream().collect(Collectors.toList()), List.of()),
                SCHEMA);
    }

    private String qualified() {
        return SCHEMA + "." + Identifiers.quoted(name);
    }

    /** A step that talks to the database. */
    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }

    private void guarded(Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private ServiceFault refused(SQLException e) {
        return SqlFaults.ofData(e)
                .map(words -> ServiceFault.usage(TABLE + name + " cannot be taken: " + words))
                .orElseGet(() -> faults.of(e));
    }
}
