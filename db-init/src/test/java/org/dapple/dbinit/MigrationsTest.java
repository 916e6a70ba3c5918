package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.dapple.testkit.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    @Test
    void migratingAgainChangesNothing() {
        Migrations.migrate(database.jdbcUrl(), database.user(), database.password());
        Flyway flyway = Migrations.flyway(database.jdbcUrl(), database.user(), database.password());
        assertThatCode(flyway::validate).doesNotThrowAnyException();
        assertThat(flyway.info().pending()).isEmpty();
    }

    /** Rucio's plugin refuses to start with a table of another form. */
    @Test
    void didsIsTheTableThatRucioVerifies() throws SQLException {
        assertThat(list("SELECT column_name || ' ' || data_type || ' ' || is_nullable FROM information_schema.columns"
                        + " WHERE table_schema = 'rucio' AND table_name = 'dids' ORDER BY ordinal_position"))
                .isEqualTo(
                        "id bigint NO, vo character varying NO, scope character varying NO, name character varying NO,"
                                + " data jsonb YES");
        assertThat(list("SELECT pg_get_constraintdef(oid) FROM pg_constraint"
                        + " WHERE conrelid = 'rucio.dids'::regclass AND contype = 'u'"))
                .isEqualTo("UNIQUE (scope, name)");
    }

    @Test
    void tapSchemaTellsTheTypesOfTheTables() throws SQLException {
        assertThat(list("""
                        SELECT t.table_name || '.' || t.column_name || ' ' || t.datatype || ' is ' || coalesce(c.data_type, 'missing')
                        FROM tap_schema.columns AS t LEFT JOIN information_schema.columns AS c
                          ON c.table_schema || '.' || c.table_name = t.table_name AND c.column_name = replace(t.column_name, '"', '')
                        WHERE concat_ws(' ', t.datatype, t.arraysize, t.xtype) IS DISTINCT FROM CASE c.data_type
                          WHEN 'jsonb' THEN 'char * json' WHEN 'character varying' THEN 'char *'
                          WHEN 'text' THEN 'char *' || CASE c.column_name WHEN 's_region' THEN ' adql:REGION' ELSE '' END
                          WHEN 'integer' THEN 'int' WHEN 'bigint' THEN 'long' WHEN 'double precision' THEN 'double'
                          WHEN 'timestamp without time zone' THEN 'char * timestamp' END
                        """)).isEmpty();
    }

    @Test
    void tapSchemaTellsEveryColumnButTheHiddenOnes() throws SQLException {
        assertThat(list(
                        "SELECT table_schema || '.' || table_name || '.' || column_name FROM information_schema.columns AS c"
                                + " WHERE (table_schema = 'tap_schema' OR (table_schema, table_name) IN (('ivoa', 'obscore'), ('ivoa', 'obscore_radio'), ('ivoa', 'obs_radio')))"
                                + " AND NOT EXISTS (SELECT FROM tap_schema.columns AS t WHERE t.table_name = c.table_schema || '.' || c.table_name"
                                + " AND replace(t.column_name, '\"', '') = c.column_name) ORDER BY 1"))
                .isEqualTo("ivoa.obscore.s_point, ivoa.obscore.s_region_bound, ivoa.obscore.s_region_boxes,"
                        + " ivoa.obscore.s_region_circle, ivoa.obscore.s_region_circles, ivoa.obscore.s_region_polygon,"
                        + " ivoa.obscore.s_region_polygons, ivoa.obscore_radio.rucio_did_name, ivoa.obscore_radio.rucio_did_scope,"
                        + " tap_schema.columns.search");
    }

    @Test
    void tapSchemaCallsIndexedWhatAnIndexBeginsWith() throws SQLException {
        assertThat(list("""
                        SELECT t.column_name FROM tap_schema.columns AS t
                        WHERE t.table_name IN ('ivoa.obscore', 'ivoa.obscore_radio') AND t.indexed = 1 AND t.search IS NULL AND NOT EXISTS (
                          SELECT FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                          WHERE i.indrelid = t.table_name::regclass AND a.attname = t.column_name)
                        """)).isEmpty();
    }

    @Test
    void obscoreHasThirtyMandatoryColumnsAndFourThatAreNeverNull() throws SQLException {
        assertThat(
                        list(
                                "SELECT count(*) FROM tap_schema.columns WHERE table_name = 'ivoa.obscore' AND column_index <= 30"))
                .isEqualTo("30");
        assertThat(list("SELECT attname FROM pg_attribute WHERE attrelid = 'ivoa.obscore'::regclass AND attnum > 0"
                        + " AND attnotnull ORDER BY attname"))
                .isEqualTo("calib_level, obs_collection, obs_id, obs_publisher_did, rucio_did_name, rucio_did_scope");
    }

    @Test
    void columnsAreDescribedInTheDatabaseAsInTapSchema() throws SQLException {
        assertThat(
                        list(
                                "SELECT column_name FROM tap_schema.columns AS t JOIN pg_attribute AS a"
                                        + " ON a.attrelid = to_regclass(table_name) AND a.attname = t.column_name"
                                        + " WHERE table_name IN ('ivoa.obscore', 'ivoa.obscore_radio') AND description IS DISTINCT FROM col_description(attrelid, attnum)"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dapple_adql, SELECT count(*) FROM ivoa.obscore, true",
        "dapple_adql, SELECT count(*) FROM ivoa.obs_radio NATURAL JOIN ivoa.obscore_radio, true",
        "dapple_adql, DELETE FROM ivoa.obscore_radio, false",
        "dapple_adql, SELECT count(*) FROM tap_schema.columns, true",
        "dapple_adql, 'SELECT ivoa.sync_section_1(NULL, NULL, NULL)', false",
        "dapple_adql, 'SELECT ivoa.problems_section_1(NULL, NULL)', false",
        "dapple_adql, 'SELECT ivoa.region_contains(NULL, NULL, NULL, spoint(0, 0))', true",
        "dapple_adql, SELECT count(*) FROM ivoa.obscore_pending, false",
        "dapple_adql, SELECT count(*) FROM rucio.dids, true",
        "dapple_adql, DELETE FROM rucio.dids, false",
        "dapple_adql, DELETE FROM ivoa.obscore, false",
        "dapple_adql, SELECT ivoa.generate_sync(), false",
        "dapple_adql, CREATE TABLE ivoa.mine (), false",
        "dapple_adql, SELECT count(*) FROM uws.jobs, false",
        "dapple_writer, SELECT count(*) FROM uws.jobs, false",
        "dapple_writer, 'SELECT visible, reason FROM ivoa.obscore_pending', true",
        "dapple_writer, DELETE FROM ivoa.obscore_pending, false",
        "dapple_writer, SELECT count(*) FROM ivoa.site, false",
        "dapple_service, DELETE FROM uws.jobs, true",
        "dapple_service, DELETE FROM uws.results, true",
        "dapple_service, CREATE TABLE uws.mine (), false",
        "dapple_service, SELECT count(*) FROM ivoa.obscore_pending, true",
        "dapple_service, SET ROLE dapple_adql, true",
        "dapple_service, SELECT count(*) FROM rucio.dids, true",
        "dapple_service, SELECT ivoa.publish_dids(false), false",
        "dapple_service, INSERT INTO tap_schema.schemas VALUES ('x'), false"
    })
    void rolesMayDoWhatTheyNeedAndNoMore(String role, String sql, boolean allowed) throws SQLException {
        try (Connection connection = database.connectAs(role);
                var statement = connection.createStatement()) {
            if (allowed) {
                statement.execute(sql);
            } else {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
            }
        }
    }

    private static String list(String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT string_agg(x::text, ', ') FROM (" + sql + ") AS q (x)")) {
            rows.next();
            return rows.getString(1) == null ? "" : rows.getString(1);
        }
    }
}
