package org.dapple.dbinit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.dapple.dbinit.Migrations;
import org.dapple.dbinit.load.LoadCount;
import org.dapple.dbinit.load.LoadListener;
import org.dapple.dbinit.load.NdjsonLoader;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ALMA and ASKAP publish beyond ObsCore becomes columns of a site's own and of the radio extension. */
class RealRowsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private static final LoadListener SILENT = new LoadListener() {
        @Override
        public void progress(LoadCount count) {}

        @Override
        public void badLine(long number, String reason) {
            throw new AssertionError("line " + number + " " + reason);
        }
    };

    @Test
    void keepTheirRowsAndGainTheColumns() throws Exception {
        try (Lake lake = new Lake(database);
                InputStream rows = Lake.class.getResourceAsStream("../real_obscore_dids.ndjson")) {
            new NdjsonLoader().load(rows, database.jdbcUrl(), database.user(), database.password(), SILENT);
            String before = lake.value("SELECT count(*) || ' ' || sum(s_ra::numeric) FROM ivoa.obscore");
            lake.apply("""
                    columns:
                      science_keyword: {type: text, description: Fields of research}
                      frequency_ref: {type: double, unit: Hz, ucd: em.freq}
                    sections:
                      - scopes: alma
                        columns:
                          frequency_ref: {path: frequency, unit: GHz}
                          facility_name: {path: facility_name, values: {jao: ALMA}}
                          f_resolution: {constant: 976.5625}
                      - scopes: "*"
                    """);
            assertThat(lake.value("SELECT count(*) || ' ' || sum(s_ra::numeric) FROM ivoa.obscore"))
                    .isEqualTo(before);
            assertThat(lake.value("SELECT count(*) FROM ivoa.obscore_pending")).isEqualTo("0");
            assertThat(lake.value(
                            "SELECT concat_ws('|', facility_name, science_keyword, round(frequency_ref)) FROM ivoa.obscore"
                                    + " WHERE target_name = 'M83'"))
                    .isEqualTo("ALMA|Spiral galaxies, Giant Molecular Clouds (GMC) properties|114073663019");
            assertThat(lake.value(
                            "SELECT string_agg(concat_ws(' ', rucio_did_name, s_resolution_max), ', ' ORDER BY rucio_did_name)"
                                    + " FROM ivoa.obscore_radio WHERE rucio_did_scope = 'askap'"))
                    .isEqualTo("cube-502 0.005049654966844, cube-503 0, cube-504 0.005049654966844");
            assertThat(lake.value("SELECT count(*) > 0 FROM ivoa.obscore NATURAL JOIN ivoa.obscore_radio"
                            + " WHERE facility_name = 'ALMA' AND f_resolution > 900"))
                    .isEqualTo("t");
        }
    }
}
