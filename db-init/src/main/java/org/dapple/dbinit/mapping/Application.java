package org.dapple.dbinit.mapping;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.dapple.dbinit.mapping.file.Mapping;
import org.dapple.dbinit.mapping.file.Rule;
import org.dapple.dbinit.mapping.file.Section;

/** Puts a mapping in the place of another, in one transaction. */
final class Application {

    private final Connection connection;

    Application(Connection connection) {
        this.connection = connection;
    }

    /** What the mapping is that holds. */
    interface Present {
        Mapping read() throws SQLException;
    }

    /** Whether all has to be derived anew, which is noted as a rebuild to be done. */
    boolean apply(Present present, Mapping next, Duration notice) throws SQLException {
        if (new OwnColumns(connection).unpublishWhatGoes(next.columns())) {
            pause(notice);
        }
        return LockPatience.in(connection, () -> {
            run("SELECT pg_advisory_xact_lock(hashtext('ivoa.mapping'))");
            // Under the lock: somebody else's may have come to hold while this one waited.
            boolean derivesOtherwise = !present.read().derivation().equals(next.derivation());
            become(next);
            if (derivesOtherwise) {
                run("DELETE FROM ivoa.sync_rebuild");
                run("INSERT INTO ivoa.sync_rebuild (last_id, derived) VALUES (0, 0)");
            }
            return derivesOtherwise;
        });
    }

    private void become(Mapping mapping) throws SQLException {
        new OwnColumns(connection).become(mapping.columns());
        store(mapping);
        run("SELECT ivoa.generate_sync()");
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO ivoa.mapping (file) VALUES (?)")) {
            statement.setString(1, mapping.text());
            statement.execute();
        }
    }

    private static void pause(Duration notice) {
        try {
            Thread.sleep(notice.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fills the tables that the generator reads. */
    void store(Mapping mapping) throws SQLException {
        run("DELETE FROM ivoa.mapping_rule");
        run("DELETE FROM ivoa.mapping_section");
        int number = 0;
        for (Section section : mapping.sections()) {
            store(++number, section);
        }
    }

    private void store(int number, Section section) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO ivoa.mapping_section VALUES (?, ?, ?)")) {
            Array patterns =
                    connection.createArrayOf("text", section.likePatterns().toArray());
            statement.setInt(1, number);
            statement.setArray(2, patterns);
            statement.setBoolean(3, section.ownKeys());
            statement.execute();
        }
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO ivoa.mapping_rule VALUES (?, ?, ?::jsonb)")) {
            for (Rule rule : section.rules()) {
                statement.setInt(1, number);
                statement.setString(2, rule.column().name());
                statement.setString(3, rule.sourcesAsJson());
                statement.execute();
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
