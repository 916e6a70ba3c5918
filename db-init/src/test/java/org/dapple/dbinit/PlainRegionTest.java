package org.dapple.dbinit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parser of plain regions takes the usual ones, and gives what the careful parser gives. */
class PlainRegionTest {

    private static final int REGIONS = 3000;

    /**
     * What either makes of a text; the circle around a compound region may lie differently, so that the plain one finds one
     * around some ranges which the careful one finds too large.
     */
    private static final String PARTS =
            "concat_ws('|', r.text, r.circle::text, r.circles::text, r.boxes::text, r.problem, r.bound IS NULL)";

    private static final String DIFFERENCES = """
            SELECT string_agg(source, E'\\n') FROM unnest(?::text[]) AS source
            WHERE (ivoa.parse_any_region(source)).problem IS DISTINCT FROM 'it does not fit into a hemisphere'
              AND ((SELECT %1$s FROM ivoa.parse_region(source) AS r) <> (SELECT %1$s FROM ivoa.parse_any_region(source) AS r)
              OR NOT coalesce((ivoa.parse_region(source)).polygon = (ivoa.parse_any_region(source)).polygon,
                (ivoa.parse_region(source)).polygon IS NULL AND (ivoa.parse_any_region(source)).polygon IS NULL))
            """.formatted(PARTS);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    private static Dids dids;

    private final Random random = new Random(2205);

    @BeforeAll
    static void connect() throws SQLException {
        dids = new Dids(database);
    }

    @AfterAll
    static void disconnect() throws SQLException {
        dids.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Polygon ICRS 10 10 20 10 20 20, Polygon ICRS 10 10 20 10 20 20",
        "polygon 10.50 -0.1 20 10 20 20 10.50 -0.1, Polygon ICRS 10.50 -0.1 20 10 20 20 10.50 -0.1",
        "range 350 10.5 -1 1, Range ICRS 350 10.5 -1 1",
        "UNION ICRS (circle 1 2 3 CIRCLE 2 2 3), Union ICRS (Circle 1 2 3 Circle 2 2 3)",
        "polygon 10 10 20 20 20 10 10 20,",
        "polygon 10 10 10.0 10 20 20,",
        "polygon 10 10 20 10 20,",
        "range 10 9 1 0,",
        "union (circle 1 2 0),",
        "union (circle 10 0 1 circle 190 0 1),",
    })
    void takesTheUsualFormsAndLeavesOthersToTheCareful(String region, String text) throws SQLException {
        assertThat(dids.value("SELECT (ivoa.parse_plain_region(?)).text", region))
                .isEqualTo(text);
        assertThat(differences(List.of(region))).isNull();
    }

    @Test
    void givesForTheTableOfRegionsWhatTheCarefulGives() throws SQLException {
        assertThat(differences(
                        RegionTest.cases().stream().map(RegionTest.Case::region).toList()))
                .isNull();
    }

    @Test
    void givesForRandomRegionsWhatTheCarefulGives() throws SQLException {
        assertThat(differences(
                        IntStream.range(0, REGIONS).mapToObj(i -> region()).toList()))
                .isNull();
    }

    private String differences(List<String> regions) throws SQLException {
        return dids.value(
                DIFFERENCES,
                regions.stream()
                        .map(region -> '"' + region.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(",", "{", "}")));
    }

    private String region() {
        return switch (random.nextInt(4)) {
            case 0 -> keyword("circle") + numbers(1, 2) + number(3);
            case 1 -> keyword("polygon") + numbers(1 + random.nextInt(6), 2);
            case 2 -> keyword("range") + number(360) + number(360) + number(90) + number(90);
            default ->
                keyword("union") + " ("
                        + Stream.generate(() -> word("circle") + numbers(1, 2) + number(60))
                                .limit(1 + random.nextInt(3))
                                .collect(Collectors.joining(" "))
                        + ")";
        };
    }

    private String keyword(String word) {
        String frame = random.nextBoolean() ? "" : " ICRS";
        return word(word) + frame;
    }

    private String word(String word) {
        return random.nextBoolean() ? word : word.toUpperCase(Locale.ROOT);
    }

    private String numbers(int count, int each) {
        return IntStream.range(0, count * each)
                .mapToObj(i -> number(i % 2 == 0 ? 360 : 90))
                .collect(Collectors.joining());
    }

    /** Now and then a little beyond its range, or just at its end; whole, or with decimals. */
    private String number(int limit) {
        double value = (random.nextDouble() * 2 - 0.95) * limit;
        return switch (random.nextInt(12)) {
            case 0 -> " " + limit;
            case 1 -> " " + Math.round(value);
            case 2 -> " " + value;
            default -> String.format(Locale.ROOT, " %.6f", Math.abs(value) / 1.06);
        };
    }
}
