package org.dapple.dbinit.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.dapple.dbinit.Migrations;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoSurveyTest {

    private static final int SIZE = 5000;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private static final List<Long> PROGRESS = new ArrayList<>();

    @BeforeAll
    static void write() throws SQLException {
        new DemoSurvey(SIZE).writeTo(database.jdbcUrl(), database.user(), database.password(), PROGRESS::add);
    }

    @Test
    void everyDidIsVisibleAndNothingIsWrongWithAny() throws SQLException {
        assertThat(value("SELECT count(*) FROM ivoa.obscore")).isEqualTo("5000");
        assertThat(value("SELECT count(*) FROM ivoa.obscore_pending")).isEqualTo("0");
        assertThat(PROGRESS).containsExactly(1000L, 2000L, 3000L, 4000L, 5000L);
    }

    @Test
    void itHasWhatASkyHas() throws SQLException {
        assertThat(value("SELECT count(DISTINCT dataproduct_type) FROM ivoa.obscore"))
                .isEqualTo("7");
        assertThat(value("SELECT count(DISTINCT obs_collection) FROM ivoa.obscore"))
                .isEqualTo("8");
        assertThat(value("SELECT min(s_dec) = -90 AND max(s_dec) = 90 FROM ivoa.obscore"))
                .isEqualTo("t");
        assertThat(value(
                        "SELECT count(s_region_circle) > 500 AND count(s_region_polygon) > 500 AND count(s_region_bound) > 500"
                                + " FROM ivoa.obscore"))
                .isEqualTo("t");
        assertThat(value("SELECT count(DISTINCT obs_id) > 4 FROM ivoa.obscore WHERE target_name = 'M83'"))
                .isEqualTo("t");
        assertThat(value("SELECT count(*) > 0 FROM ivoa.obscore WHERE s_region_polygon @> spoint(0, 0)"))
                .isEqualTo("t");
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everySizeGivesThatManyDifferentDids(int size) {
        assertThat(new DemoSurvey(size).dids().map(did -> did.scope() + ":" + did.name()))
                .hasSize(size)
                .doesNotHaveDuplicates();
    }

    static IntStream sizes() {
        return IntStream.iterate(1, size -> size < 3000, size -> size + 1 + size / 16);
    }

    @Test
    void everyFootprintHoldsItsCentre() throws SQLException {
        assertThat(value(
                        "SELECT count(*) FROM ivoa.obscore WHERE NOT coalesce(s_region_circle @> s_point, s_region_polygon @> s_point,"
                                + " s_region_bound @> s_point)"))
                .isEqualTo("0");
    }

    @Test
    void itIsTheSameOnEveryMachine() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        new DemoSurvey(3000)
                .dids()
                .forEach(
                        did -> digest.update((did.scope() + did.name() + did.data()).getBytes(StandardCharsets.UTF_8)));
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("742ce8eaa877e063ef78484ab3a1879cfad4bcbe58e960df0b0b30371747d0dc");
    }

    @Test
    void aSurveyOfNothingIsRefused() {
        assertThatThrownBy(() -> new DemoSurvey(0)).hasMessage("a demo survey has 1 DID or more, not 0");
    }

    private static String value(String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
