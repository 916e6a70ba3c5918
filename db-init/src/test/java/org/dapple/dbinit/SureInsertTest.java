package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way of many new DIDs at once gives what deriving them with care gives, or leaves them to that. */
class SureInsertTest {

    private static final int DOCUMENTS = 4000;
    private static final int MANY = 40;

    /** Takes the quick way alone, for each DID, and says how many it was enough for. */
    private static final String QUICK_WAY = """
            CREATE OR REPLACE FUNCTION pg_temp.insert_each() RETURNS bigint LANGUAGE plpgsql
            SET timezone = 'UTC' SET extra_float_digits = 1 AS $$
            DECLARE
              did  record;
              sure bigint := 0;
            BEGIN
              FOR did IN SELECT * FROM rucio.dids LOOP
                BEGIN
                  PERFORM ivoa.insert_chunk(ARRAY[did.scope::text], ARRAY[did.name::text], ARRAY[did.data]);
                  sure := sure + 1;
                EXCEPTION WHEN OTHERS THEN
                  PERFORM ivoa.sync_dids(ARRAY[did.scope::text], ARRAY[did.name::text], ARRAY[did.data]);
                END;
              END LOOP;
              RETURN sure;
            END $$
            """;

    private static final String DIFFERENCES =
            "SELECT string_agg(concat_ws(' ', table_name, name, difference), E'\\n') FROM ivoa.check_chunk(%d) WHERE table_name <> ''";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private Dids dids;

    @BeforeEach
    void open() throws SQLException {
        dids = new Dids(database);
    }

    @AfterEach
    void empty() throws SQLException {
        dids.runAsOwner("TRUNCATE rucio.dids");
        dids.close();
    }

    @Test
    void agreesWithCareForRandomMetadata() throws SQLException {
        List<String> columns = List.of(dids.value("SELECT string_agg(column_name, ',') FROM ivoa.derived_column")
                .split(",", -1));
        RandomDocuments documents = new RandomDocuments(columns, new Random(7));
        dids.runAsOwner("SET session_replication_role = replica");
        for (int i = 0; i < DOCUMENTS; i++) {
            dids.runAsOwner(
                    "INSERT INTO rucio.dids (vo, scope, name, data) VALUES ('def', 'test', 'n' || ?, ?::jsonb)",
                    Integer.toString(i),
                    documents.nextVisible(2).toString());
        }
        dids.runAsOwner("SET session_replication_role = origin");
        dids.runAsOwner(QUICK_WAY);
        assertThat(Integer.parseInt(dids.value("SELECT pg_temp.insert_each()")))
                .isBetween(DOCUMENTS / 4, DOCUMENTS - 100);
        assertAsDerived();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'s_ra': 204.25395833333334, 's_dec': -29.865416666666665",
                "'s_ra': '204.25395833333334', 's_dec': ' 20 '",
                "'s_ra': 361, 's_dec': 10",
                "'s_ra': 360.00000000000000001, 's_dec': 90",
                "'s_ra': 360, 's_dec': -90",
                "'s_ra': 1e-310, 's_dec': 1",
                "'t_min': 'NaN'",
                "'t_min': '-Infinity'",
                "'t_min': 'late'",
                "'t_min': 1e400",
                "'t_min': [1]",
                "'t_min': null",
                "'em_xel': 5.0",
                "'em_xel': '17'",
                "'em_xel': -17",
                "'em_xel': '0x1F'",
                "'em_xel': ' 5.0 '",
                "'em_xel': '.5e1'",
                "'em_xel': '5.5'",
                "'em_xel': '1e400'",
                "'em_xel': '1e5000'",
                "'em_xel': 'NaN'",
                "'em_xel': 5.0000000000000000001",
                "'em_xel': 9223372036854775808",
                "'obs_title': [1]",
                "'obs_title': '[N II] map'",
                "'obs_title': {'en': 'a'}",
                "'obs_title': true",
                "'obs_title': 1.00",
                "'target_name': ' '",
                "'dataproduct_type': 'IMAGE'",
                "'dataproduct_type': 'picture'",
                "'pol_states': ['XX', 'YY']",
                "'s_region': [10, 20, 1]",
                "'s_region': 'Polygon 10 10 20 20 20 10 10 20'",
                "'obs_creation_date': '2026-02-30'",
                "'f_resolution': 2.5, 'instr_tel_number': 64",
                "'instr_tel_number': 64.5",
                "'instr_tel_number': 2147483647",
                "'calib_level': '2'",
                "'calib_level': 2.5",
                "'calib_level': 2.9999999999999999",
                "'obs_id': null"
            })
    void agreesWithCareWhateverOneOfManySays(String entries) throws SQLException {
        dids.run(
                "INSERT INTO dids (vo, scope, name, data) SELECT 'def', 'test', 'n' || i, jsonb_build_object('calib_level', 1,"
                        + " 'obs_collection', 'C', 'obs_id', i, 's_region', format('Circle %s 0 1', i / 2))"
                        + " || CASE WHEN i = 20 THEN ?::jsonb ELSE '{}' END FROM generate_series(1, " + MANY + ") AS i",
                "{" + entries.replace('\'', '"') + "}");
        assertThat(dids.value("SELECT count(*) >= " + (MANY - 1) + " FROM ivoa.obscore"))
                .isEqualTo("t");
        assertAsDerived();
    }

    @Test
    void agreesWithCareForNamesThatHaveToBeEncoded() throws SQLException {
        dids.run(
                "INSERT INTO dids (vo, scope, name, data) SELECT 'def', 'test', name, jsonb_build_object('calib_level', 1,"
                        + " 'obs_collection', 'C', 'obs_id', 'o') || CASE WHEN name = 'own' THEN"
                        + " '{\"obs_publisher_did\": \"ivo://x/y?own\"}'::jsonb ELSE '{}' END"
                        + " FROM unnest('{plain-1.fits,a~b_c,own,a/b,a:b,a?b,a%b,a b,é,\"a\\\\b\",a&b,a#b,a+b,a=b}'::text[]) AS name");
        assertThat(
                        dids.value(
                                "SELECT string_agg(access_url, ' ' ORDER BY rucio_did_name DESC) FROM ivoa.obscore WHERE rucio_did_name IN ('plain-1.fits', 'a%b')"))
                .isEqualTo(
                        "http://localhost:8080/datalink/links?ID=ivo%3A%2F%2Fdapple.local%2Fdata%3Ftest%3Aplain-1.fits"
                                + " http://localhost:8080/datalink/links?ID=ivo%3A%2F%2Fdapple.local%2Fdata%3Ftest%3Aa%2525b");
        assertAsDerived();
    }

    @Test
    void whatIsLeftOfAnEarlierDidOfTheNameIsReplaced() throws SQLException {
        insertMany();
        dids.runAsOwner("SET session_replication_role = replica");
        dids.runAsOwner("DELETE FROM rucio.dids");
        dids.runAsOwner("DELETE FROM ivoa.obscore WHERE rucio_did_name IN ('n1', 'n2')");
        dids.runAsOwner("INSERT INTO ivoa.obscore_pending VALUES ('test', 'n1', false, 'gone', '[]', now())");
        dids.runAsOwner("INSERT INTO ivoa.obscore_radio (rucio_did_scope, rucio_did_name, obs_publisher_did)"
                + " VALUES ('test', 'n2', 'gone')");
        dids.runAsOwner("SET session_replication_role = origin");
        insertMany();
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore")).isEqualTo(Integer.toString(MANY));
        assertAsDerived();
    }

    private void insertMany() throws SQLException {
        dids.run("INSERT INTO dids (vo, scope, name, data) SELECT 'def', 'test', 'n' || i, jsonb_build_object("
                + "'calib_level', 1, 'obs_collection', 'C', 'obs_id', i) FROM generate_series(1, " + MANY + ") AS i");
    }

    /** By what derives with care, a thousand at a time. */
    private void assertAsDerived() throws SQLException {
        for (String id = "0";
                id != null;
                id = dids.value(
                        "SELECT max(id) FROM (SELECT id FROM rucio.dids WHERE id > ? ::bigint ORDER BY id LIMIT 1000) AS d",
                        id)) {
            assertThat(dids.value(DIFFERENCES.formatted(Long.parseLong(id)))).isNull();
        }
    }
}
