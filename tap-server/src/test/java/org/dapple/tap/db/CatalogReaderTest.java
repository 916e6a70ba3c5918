package org.dapple.tap.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.Column;
import org.dapple.adql.catalog.SearchColumns;
import org.dapple.adql.catalog.Table;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.schema.PublishedTable;
import org.dapple.tap.schema.TapSchema;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CatalogReaderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    private static Database service;
    private static CatalogReader reader;

    @BeforeAll
    static void open() {
        service = new Database(TestSettings.of(DATABASE));
        reader = service.catalogReader();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void theCatalogueKnowsTypesAndSearchColumns() {
        Table obscore = reader.current().catalog().named("obscore").get(0);

        assertThat(obscore.schema()).isEqualTo("ivoa");
        assertThat(obscore.columns())
                .extracting(Column::name, Column::type)
                .contains(
                        tuple("s_ra", AdqlType.DOUBLE),
                        tuple("access_estsize", AdqlType.BIGINT),
                        tuple("obs_release_date", AdqlType.TIMESTAMP),
                        tuple("s_region", AdqlType.REGION));
        assertThat(obscore.search().positions())
                .containsExactly(new SearchColumns.Position("s_ra", "s_dec", "s_point"));
        assertThat(obscore.search().footprints()).containsExactly(new SearchColumns.Footprint("s_region"));
    }

    @Test
    void aDelimitedNameIsPublishedWithItsQuotesAndKnownWithout() {
        TapSchema schema = reader.current();

        PublishedTable columns = schema.table("tap_schema.columns").orElseThrow();
        assertThat(columns.columns())
                .anySatisfy(column -> assertThat(column.name()).isEqualTo("\"size\""));
        assertThat(schema.catalog().named("columns").get(0).columns())
                .anySatisfy(column -> assertThat(column.name()).isEqualTo("size"));
    }

    @Test
    void aTableThatIsPublishedIsSeenAfterAFewSeconds() throws Exception {
        TapSchema before = reader.current();
        publish("ivoa.later");

        TapSchema after = before;
        Instant end = Instant.now().plus(PATIENCE);
        while (after.version() == before.version() && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            after = reader.current();
        }
        assertThat(before.table("ivoa.later")).isEmpty();
        assertThat(after.table("ivoa.later")).isPresent();
        assertThat(after.catalog().version()).isEqualTo(after.version()).isNotEqualTo(before.version());
    }

    @Test
    void anUnchangedSchemaIsReadOnce() {
        assertThat(reader.current()).isSameAs(reader.current());
    }

    private static void publish(String table) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO tap_schema.tables (schema_name, table_name, table_type) VALUES ('ivoa', '"
                    + table + "', 'table')");
        }
    }
}
