package org.dapple.tap.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.Column;
import org.dapple.adql.parse.AdqlVersion;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.table.WireCell;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.Demonstration;
import org.dapple.tap.TestSettings;
import org.dapple.tap.compile.CompiledQueries;
import org.dapple.tap.compile.CompiledQuery;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.upload.read.TableTarget;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploaded positions matched with the demonstration survey, against plain trigonometry; and by which index. */
class CrossMatchTest {

    private static final double RADIUS = 0.25;
    private static final String NEAR =
            "SELECT o.obs_publisher_did, m.id FROM ivoa.obscore AS o JOIN TAP_UPLOAD.mine AS m"
                    + " ON DISTANCE(POINT(o.s_ra, o.s_dec), POINT(m.ra, m.dec)) < " + RADIUS;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    private static Database service;
    private static CompiledQueries queries;

    private record Place(String id, double ra, double dec) {}

    @BeforeAll
    static void open() {
        Demonstration.insertInto(DATABASE);
        service = new Database(TestSettings.of(DATABASE));
        CatalogReader reader = service.catalogReader();
        queries = new CompiledQueries(() -> reader.current().catalog());
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void aMatchFindsWhatTrigonometryFinds() throws IOException {
        List<Place> survey = places("SELECT obs_publisher_did, s_ra, s_dec FROM ivoa.obscore WHERE s_ra IS NOT NULL");
        List<Place> mine = mine(survey, 300);

        List<String> found = new ArrayList<>();
        try (UploadSession session = service.queryRunner().beginUpload()) {
            List<Place> uploaded = new ArrayList<>(mine);
            survey.stream().limit(20).map(CrossMatchTest::beyondThePole).forEach(uploaded::add);
            fill(session.target("mine"), uploaded);
            CompiledQuery query = queries.of(NEAR, AdqlVersion.V2_1, session.tables());
            try (RowStream rows = session.run(query.sql(), query.fields(), 1_000_000)) {
                while (rows.next()) {
                    found.add(text(rows, 0) + " " + text(rows, 1));
                }
            }
        }

        List<String> expected = new ArrayList<>();
        for (Place here : mine) {
            for (Place there : survey) {
                if (distance(here, there) < RADIUS) {
                    expected.add(there.id + " " + here.id);
                }
            }
        }
        assertThat(expected).hasSizeGreaterThan(300);
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NEAR,
                "SELECT o.obs_id FROM TAP_UPLOAD.mine AS m JOIN ivoa.obscore AS o"
                        + " ON 1 = CONTAINS(POINT(o.s_ra, o.s_dec), CIRCLE(m.ra, m.dec, 0.01))",
                "SELECT o.obs_id FROM TAP_UPLOAD.mine AS m, ivoa.obscore AS o WHERE CONTAINS(POINT(m.ra, m.dec), o.s_region) = 1",
                "SELECT o.obs_id FROM ivoa.obscore AS o, TAP_UPLOAD.mine AS m WHERE CONTAINS(POINT(m.ra, m.dec), o.s_region) = 1",
                "SELECT o.obs_id FROM TAP_UPLOAD.mine AS m, ivoa.obscore AS o WHERE DISTANCE(m.ra, m.dec, o.s_ra, o.s_dec) < 0.1",
                "SELECT o.obs_id FROM ivoa.obscore AS o, TAP_UPLOAD.mine AS m WHERE DISTANCE(m.ra, m.dec, o.s_ra, o.s_dec) <= 0.1",
                "SELECT o.obs_id FROM ivoa.obscore AS o JOIN TAP_UPLOAD.mine AS m ON 0.1 > DISTANCE(o.s_ra, o.s_dec, m.ra, m.dec)",
                "SELECT o.obs_id FROM TAP_UPLOAD.mine AS m JOIN ivoa.obscore AS o ON DISTANCE(m.ra, m.dec, o.s_ra, o.s_dec) < 0.1",
                "SELECT o.obs_id FROM TAP_UPLOAD.mine AS m JOIN ivoa.obscore AS o"
                        + " ON 1 = CONTAINS(POINT(m.ra, m.dec), CIRCLE(o.s_ra, o.s_dec, 0.01))",
                "SELECT o.obs_id FROM TAP_UPLOAD.mine AS m JOIN ivoa.obscore AS o"
                        + " ON 1 = CONTAINS(POINT(m.ra, m.dec), CIRCLE(o.s_ra, o.s_dec, ABS(m.dec) / 1000))",
                "SELECT o.obs_id FROM ivoa.obscore AS o JOIN TAP_UPLOAD.mine AS m"
                        + " ON DISTANCE(o.s_ra, o.s_dec, m.ra, m.dec) < ABS(m.dec) / 1000",
            })
    void aMatchIsMadeByTheIndexOfTheSurvey(String adql) throws SQLException {
        try (HikariDataSource pool = pool();
                QuerySession session = QuerySession.beginUpload(pool, Optional.empty(), new Cancellation())) {
            TemporaryTable table = new TemporaryTable("mine", session, new SqlFaults(Duration.ofMinutes(1)));
            fill(table, mine(List.of(), 300));
            session.restrict();
            String sql = queries.of(adql, AdqlVersion.V2_1, List.of(table.published()))
                    .sql();

            assertThat(QueryPlan.of(session.explain(sql)).indexes())
                    .as(session.explain(sql))
                    .isNotEmpty()
                    .allSatisfy(use -> assertThat(use.name() + " " + use.condition())
                            .startsWith("obscore_")
                            .doesNotEndWith("null"));
        }
    }

    @Test
    void aMatchWithOnePlaceUsesTheIndexOfTheUpload() throws SQLException {
        try (HikariDataSource pool = pool();
                QuerySession session = QuerySession.beginUpload(pool, Optional.empty(), new Cancellation())) {
            TemporaryTable table = new TemporaryTable("mine", session, new SqlFaults(Duration.ofMinutes(1)));
            fill(table, mine(List.of(), 20_000));
            session.restrict();
            String adql = "SELECT id FROM TAP_UPLOAD.mine WHERE CONTAINS(POINT(ra, dec), CIRCLE(10, 20, 0.1)) = 1";
            String sql = queries.of(adql, AdqlVersion.V2_1, List.of(table.published()))
                    .sql();

            assertThat(QueryPlan.of(session.explain(sql)).indexes())
                    .as(session.explain(sql))
                    .singleElement()
                    .satisfies(use -> assertThat(use.name()).startsWith("mine_"));
        }
    }

    private static HikariDataSource pool() {
        TapSettings settings = TestSettings.of(DATABASE);
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(settings.jdbcUrl());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(1);
        pool.setAutoCommit(false);
        pool.setReadOnly(true);
        return pool;
    }

    /** Some near places of the survey, the others anywhere, poles and the meridian among them. */
    private static List<Place> mine(List<Place> survey, int count) {
        Random random = new Random(7);
        List<Place> places = new ArrayList<>(
                List.of(new Place("0", 0, 90), new Place("1", 0, -90), new Place("2", 0, 0), new Place("3", 360, 10)));
        for (int i = places.size(); i < count; i++) {
            String id = Integer.toString(i);
            if (!survey.isEmpty() && i % 2 == 0) {
                Place near = survey.get(random.nextInt(survey.size()));
                places.add(new Place(id, near.ra, Math.min(90, near.dec + random.nextDouble() / 2)));
            } else {
                places.add(new Place(
                        id, 360 * random.nextDouble(), Math.toDegrees(Math.asin(2 * random.nextDouble() - 1))));
            }
        }
        return places;
    }

    /** Where one would come to by going on over the pole: a place by trigonometry, but none of the sky's. */
    private static Place beyondThePole(Place place) {
        return new Place("beyond", (place.ra + 180) % 360, (place.dec < 0 ? -180 : 180) - place.dec);
    }

    private static void fill(TableTarget target, List<Place> places) {
        target.begin(List.of(
                Column.of("id", AdqlType.VARCHAR),
                Column.of("ra", AdqlType.DOUBLE),
                Column.of("dec", AdqlType.DOUBLE)));
        places.forEach(place -> target.row(new Object[] {place.id, place.ra, place.dec}));
        target.end();
    }

    private static List<Place> places(String adql) throws IOException {
        List<Place> places = new ArrayList<>();
        CompiledQuery query = queries.of(adql, AdqlVersion.V2_1);
        try (RowStream rows = service.queryRunner().run(query.sql(), query.fields(), 1_000_000)) {
            while (rows.next()) {
                places.add(new Place(text(rows, 0), number(rows, 1), number(rows, 2)));
            }
        }
        return places;
    }

    private static String text(RowStream rows, int column) {
        return new String(rows.bytes(), rows.offset(column), rows.length(column), StandardCharsets.UTF_8);
    }

    private static double number(RowStream rows, int column) {
        return WireCell.doubleAt(rows.bytes(), rows.offset(column));
    }

    /** In degrees, by the haversine formula. */
    private static double distance(Place a, Place b) {
        double latitudes = Math.sin(Math.toRadians(b.dec - a.dec) / 2);
        double longitudes = Math.sin(Math.toRadians(b.ra - a.ra) / 2);
        double h = latitudes * latitudes
                + Math.cos(Math.toRadians(a.dec)) * Math.cos(Math.toRadians(b.dec)) * longitudes * longitudes;
        return Math.toDegrees(2 * Math.asin(Math.sqrt(Math.min(1, h))));
    }
}
