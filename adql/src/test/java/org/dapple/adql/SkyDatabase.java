package org.dapple.adql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.dapple.adql.check.AdqlChecker;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.adql.sql.PgSphereTranslator;
import org.dapple.testkit.TestDatabase;

/** The tables of {@link Sky} on PostgreSQL, with the functions that search regions. */
final class SkyDatabase implements AutoCloseable {
    private static final AdqlChecker CHECKER = new AdqlChecker(Sky.CATALOG);
    private static final Path MIGRATIONS = Path.of("../db-init/src/main/resources/org/dapple/dbinit/migration");
    private static final List<Path> SCRIPTS = List.of(
            Path.of("src/test/resources/golden/schema.sql"),
            MIGRATIONS.resolve("R__10_region_search.sql"),
            MIGRATIONS.resolve("R__11_metadata_search.sql"));

    private final Connection connection;

    private SkyDatabase(Connection connection) {
        this.connection = connection;
    }

    static SkyDatabase in(TestDatabase database) throws SQLException {
        SkyDatabase sky = new SkyDatabase(database.connect());
        for (Path script : SCRIPTS) {
            sky.execute(text(script));
        }
        return sky;
    }

    /** What a query becomes. */
    static String sql(String adql) {
        return PgSphereTranslator.translate(CHECKER.check(AdqlParser.parse(adql)))
                .text();
    }

    /** The rows of a query in ADQL. */
    List<List<Object>> query(String adql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql(adql))) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
