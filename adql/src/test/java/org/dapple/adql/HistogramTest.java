package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ivo_histogram of some thousand numbers, compared with counting them in exact decimals. */
class HistogramTest {
    private static final List<Double> ODD = Arrays.asList(
            null,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.MIN_VALUE,
            -0.0);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    private static final List<Double> VALUES = values();

    private static SkyDatabase sky;

    @BeforeAll
    static void fill() throws SQLException {
        sky = SkyDatabase.in(DATABASE);
        sky.execute("TRUNCATE cat.stars");
        try (PreparedStatement insert =
                sky.connection().prepareStatement("INSERT INTO cat.stars (id, ra) VALUES (?, ?)")) {
            for (int i = 0; i < VALUES.size(); i++) {
                insert.setLong(1, i);
                insert.setObject(2, VALUES.get(i), java.sql.Types.DOUBLE);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @AfterAll
    static void close() throws SQLException {
        sky.close();
    }

    /** Eighths, which lie on limits between bins, and what lies beside them. */
    private static List<Double> values() {
        Random random = new Random(31);
        List<Double> values = new ArrayList<>(ODD);
        for (int i = 0; i < 2000; i++) {
            double eighth = (random.nextInt(400) - 200) / 8.0;
            values.add(eighth);
            values.add(Math.nextUp(eighth));
            values.add(Math.nextDown(eighth));
            values.add(random.nextGaussian() * 20);
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "0, 1, 8",
        "-25, 25, 400",
        "-16, 16, 4096",
        "-0.5, 0.5, 2",
        "-1e300, 1e300, 2",
        "24.875, 24.999, 3",
        "0, 4.9e-324, 1",
        "1e6, 2e6, 100000"
    })
    void aHistogramIsWhatCountingGives(String lower, String upper, int bins) throws SQLException {
        Array counts =
                (Array) sky.query("SELECT ivo_histogram(ra, %s, %s, %d) FROM cat.stars".formatted(lower, upper, bins))
                        .get(0)
                        .get(0);

        assertThat((Integer[]) counts.getArray()).isEqualTo(counted(lower, upper, bins));
    }

    private static Integer[] counted(String lower, String upper, int bins) {
        Integer[] counts = new Integer[bins + 2];
        Arrays.fill(counts, 0);
        for (Double value : VALUES) {
            if (value != null && !value.isNaN()) {
                counts[bin(value, new BigDecimal(lower), new BigDecimal(upper), bins)]++;
            }
        }
        return counts;
    }

    private static int bin(double value, BigDecimal lower, BigDecimal upper, int bins) {
        if (value < lower.doubleValue()) {
            return 0;
        }
        if (value >= upper.doubleValue()) {
            return bins + 1;
        }
        return new BigDecimal(value)
                        .subtract(lower)
                        .multiply(BigDecimal.valueOf(bins))
                        .divide(upper.subtract(lower), 0, RoundingMode.FLOOR)
                        .intValue()
                + 1;
    }
}
