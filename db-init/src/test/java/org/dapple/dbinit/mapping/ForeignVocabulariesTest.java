package org.dapple.dbinit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.dapple.dbinit.Migrations;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Metadata as FITS headers, CAOM and nested documents have them become right rows of ObsCore, side by side. */
class ForeignVocabulariesTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private static Lake lake;

    @BeforeAll
    static void fill() throws SQLException {
        lake = new Lake(database);
        lake.put("nested", "before", """
                {"observation": {"project": "P", "id": "before"}, "product": {"level": 1}}""");
        lake.apply(Lake.file("vocabularies.yaml"));
        lake.put("fits-2026", "a", """
                {"OBSID": "20260301-1", "PROC": "Calibrated", "PRODTYPE": "ms", "OBJECT": "M83", "TELESCOP": "MeerKAT",
                 "INSTRUME": "L", "RA": "13:37:00.9", "DEC": "-29 51 56.7", "FOV": 60, "BMAJ": 0.0025,
                 "DATE-OBS": "2026-03-01T12:00:00Z", "MJDEND": 61100.75, "EXPTIME": 2.5, "FREQ_LO": 1300, "FREQ_HI": "1500",
                 "STOKES": "XXYY", "FILESIZE": 123456789, "CHANW": 26123.4, "NANT": 64, "WEATHER": "B", "TSYS": 21.5,
                 "obs_title": "not asked for", "CRVAL1": null}""");
        lake.put("caom-x", "b", """
                {"collection": "VLASS", "observationID": "V-7", "plane.calibrationLevel": 3, "plane.dataProductType": "cube",
                 "target.name": "3C 273", "plane.position.bounds": "CIRCLE ICRS 187.28 2.05 0.1",
                 "plane.time.bounds.lower": 58000.5, "plane.energy.bounds.lower": 500, "plane.energy.bounds.upper": 700,
                 "plane.polarization.states": ["V", "I"], "obs_title": "Own key", "weather_grade": "A"}""");
        lake.put("nested", "c", """
                {"observation": {"project": "XRAY", "id": "9"}, "product": {"level": 2, "kind": "event"},
                 "target": {"position": [1.5, -0.5]}, "time": {"start": 1767225600, "end": 2461042.0, "exposure": 90},
                 "spectrum": {"energy": {"min": 0.5, "max": 10}}, "array": {"baseline": 7.7},
                 "files": [{"url": "https://x.org/1.evt", "type": "image/fits", "size": 1.5}, {"size": 7}]}""");
        lake.put("lake", "d", """
                {"obs_collection": "L", "obs_id": "o", "calib_level": 1, "em_min": 0.21, "t_sys": "30"}""");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        lake.close();
    }

    @Test
    void keysOfFitsHeaders() throws SQLException {
        assertThat(
                        row(
                                "a",
                                "obs_collection, obs_id, calib_level, dataproduct_type, target_name, facility_name, instrument_name"))
                .isEqualTo("Pathfinder|20260301-1|2|visibility|M83|MeerKAT|L");
        assertThat(row("a", "s_ra, round(s_dec::numeric, 9), s_fov, s_resolution, s_region"))
                .isEqualTo("204.25375|-29.865750000|1|9|Circle ICRS 204.25375 -29.86575 0.5");
        assertThat(row("a", "t_min, t_max, t_exptime, round(em_min::numeric, 12), round(em_max::numeric, 12)"))
                .isEqualTo("61100.5|61100.75|9000|0.199861638667|0.230609583077");
        assertThat(row("a", "pol_states, access_estsize, weather_grade, t_sys, coalesce(obs_title, 'none')"))
                .isEqualTo("/XX/YY/|123457|B|21.5|none");
        assertThat(lake.value("SELECT concat_ws('|', f_resolution, instr_tel_number) FROM ivoa.obscore_radio"
                        + " WHERE rucio_did_name = 'a'"))
                .isEqualTo("26.1234|64");
        assertThat(pending("a")).isNull();
    }

    @Test
    void keysOfCaom() throws SQLException {
        assertThat(row("b", "obs_collection, obs_id, calib_level, dataproduct_type, target_name, s_ra, s_fov, t_min"))
                .isEqualTo("VLASS|V-7|3|cube|3C 273|187.28|0.2|58000.5");
        assertThat(row(
                        "b",
                        "round(em_min::numeric, 12), round(em_max::numeric, 12), pol_states, obs_title, weather_grade"))
                .isEqualTo("0.000000500000|0.000000700000|/I/V/|Own key|A");
        assertThat(pending("b")).isNull();
    }

    @Test
    void aNestedDocument() throws SQLException {
        assertThat(
                        row(
                                "c",
                                "obs_collection, obs_id, calib_level, dataproduct_type, round(s_ra::numeric, 9), round(s_dec::numeric, 9)"))
                .isEqualTo("XRAY|9|2|event|85.943669270|-28.647889757");
        assertThat(row("c", "t_min, t_max, t_exptime, round(em_min::numeric, 16), round(em_max::numeric, 16)"))
                .isEqualTo("61041|61041.5|5400|0.0000000001239842|0.0000000024796840");
        assertThat(row("c", "access_url, access_format, access_estsize"))
                .isEqualTo("https://x.org/1.evt|image/fits|1500");
        assertThat(lake.value("SELECT instr_tel_max_dist FROM ivoa.obscore_radio WHERE rucio_did_name = 'c'"))
                .isEqualTo("7700");
        assertThat(pending("c")).isNull();
    }

    @Test
    void theLakesOwnKeysAndWhatWasThereBefore() throws SQLException {
        assertThat(row("d", "obs_collection, em_min, t_sys")).isEqualTo("L|0.21|30");
        assertThat(row("before", "obs_id, calib_level")).isEqualTo("before|1");
    }

    @Test
    void allSectionsInOneStatement() throws SQLException {
        lake.run("INSERT INTO rucio.dids (vo, scope, name, data) SELECT 'def', s, 'many', "
                + "'{\"OBSID\": \"o\", \"obs_id\": \"o\", \"obs_collection\": \"C\", \"calib_level\": 1}'"
                + " FROM unnest('{fits-1,lake,nested,other,fits-2}'::text[]) AS s");
        assertThat(lake.value(
                        "SELECT string_agg(rucio_did_scope || ' ' || obs_collection, ', ' ORDER BY rucio_did_scope)"
                                + " FROM ivoa.obscore WHERE rucio_did_name = 'many'"))
                .isEqualTo("fits-1 Pathfinder, fits-2 Pathfinder, lake C, other C");
        assertThat(pending("many")).isEqualTo("calib_level is missing; obs_collection is missing; obs_id is missing");
    }

    @Test
    void whatCannotBeConvertedIsPendingWithTheReason() throws SQLException {
        lake.put("fits-2026", "bad", """
                {"OBSID": "x", "RA": "13h", "DEC": "+95:00:00", "DATE-OBS": "yesterday", "FREQ_HI": 0, "FREQ_LO": "1e300",
                 "FILESIZE": "big", "PROC": "odd", "NANT": 1.5, "PRODTYPE": "movie", "EXPTIME": [1]}""");
        assertThat(pending("bad").split("; ", -1))
                .containsExactlyInAnyOrder(
                        "calib_level: \"odd\" is not a number",
                        "dataproduct_type: \"movie\" is not one of image, cube, spectrum, sed, timeseries, visibility, event,"
                                + " measurements",
                        "s_ra: \"13h\" is not sexagesimal, such as 13:37:00.9",
                        "s_dec: \"+95:00:00\" is not within -90 to 90",
                        "t_min: \"yesterday\" is not a date and time of ISO 8601, such as 2026-11-22T12:00:00",
                        "em_min: \"0\" is not above 0",
                        "em_max: \"1e300\" is beyond the range of a double",
                        "access_estsize: \"big\" is not a number",
                        "instr_tel_number: \"1.5\" is not an integer of 32 bits",
                        "t_exptime: \"[1]\" is a list, not a single value");
    }

    private static String row(String name, String columns) throws SQLException {
        return lake.value(
                "SELECT concat_ws('|', %s) FROM ivoa.obscore WHERE rucio_did_name = '%s'".formatted(columns, name));
    }

    private static String pending(String name) throws SQLException {
        return lake.value("SELECT reason FROM ivoa.obscore_pending WHERE rucio_did_name = '%s'".formatted(name));
    }
}
