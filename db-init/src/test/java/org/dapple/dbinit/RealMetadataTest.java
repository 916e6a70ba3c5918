package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.dapple.dbinit.load.LoadCount;
import org.dapple.dbinit.load.LoadListener;
import org.dapple.dbinit.load.NdjsonLoader;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Metadata of ALMA, ASKAP, Carte du Ciel and MACHO as their archives publish it. */
class RealMetadataTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private static final LoadListener FAIL_ON_BAD_LINES = new LoadListener() {
        @Override
        public void progress(LoadCount count) {}

        @Override
        public void badLine(long number, String reason) {
            throw new AssertionError("line " + number + " " + reason);
        }
    };

    private static LoadCount count;
    private static Dids dids;

    @BeforeAll
    static void load() throws SQLException, IOException {
        dids = new Dids(database);
        try (InputStream input = RealMetadataTest.class.getResourceAsStream("real_obscore_dids.ndjson")) {
            count = new NdjsonLoader()
                    .load(input, database.jdbcUrl(), database.user(), database.password(), FAIL_ON_BAD_LINES);
        }
    }

    @AfterAll
    static void disconnect() throws SQLException {
        dids.close();
    }

    @Test
    void isVisibleToTheLastDid() throws SQLException {
        assertThat(count).isEqualTo(new LoadCount(17, 17, 0));
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore")).isEqualTo("17");
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore_pending")).isEqualTo("0");
    }

    @Test
    void getsIdentifiersOnlyWhereItHasNone() throws SQLException {
        assertThat(dids.value("SELECT string_agg(obs_publisher_did, ' ' ORDER BY obs_publisher_did) FROM ivoa.obscore"
                        + " WHERE obs_publisher_did LIKE 'ivo://dapple.local/data?%'"))
                .isEqualTo(
                        "ivo://dapple.local/data?macho:54150_cal054150r ivo://dapple.local/data?macho:54151_cal054151b"
                                + " ivo://dapple.local/data?macho:54151_cal054151r");
    }

    @Test
    void hasPolygonsThatHoldTheirOwnCentres() throws SQLException {
        assertThat(dids.value("SELECT count(*) FROM ivoa.obscore WHERE s_region_polygon @> s_point"))
                .isEqualTo("17");
        assertThat(dids.value("SELECT npoints(s_region_polygon) FROM ivoa.obscore WHERE target_name = 'M83'"))
                .isEqualTo("22");
    }

    @Test
    void isFoundByACone() throws SQLException {
        assertThat(dids.value("SELECT string_agg(target_name, ' ') FROM ivoa.obscore"
                        + " WHERE s_point <@ scircle(spoint(radians(204.25), radians(-29.87)), radians(0.1))"))
                .isEqualTo("M83");
    }
}
