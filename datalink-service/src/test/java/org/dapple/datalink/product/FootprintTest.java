package org.dapple.datalink.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FootprintTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Polygon ICRS 1 2  3 4 5 -6.5e0, -, 1 2 3 4 5 -6.5e0",
                "POLYGON 1 2 3 4 5 6, -, 1 2 3 4 5 6",
                "circle icrs 204.2 -29.8 0.1, 204.2 -29.8 0.1, -",
                "' CIRCLE 1 2 3 ', 1 2 3, -",
                "Circle FK5 1 2 3, -, -",
                "Circle ICRS ICRS, -, -",
                "Circle 1 ICRS 2 3, -, -",
                "Circle, -, -",
                "Union ICRS (Circle 1 2 3), -, -",
                "'', -, -",
                "-, -, -"
            })
    void readsCirclesAndPolygons(String region, String circle, String polygon) {
        assertThat(Footprint.circle(region).orElse(null)).isEqualTo(circle);
        assertThat(Footprint.polygon(region).orElse(null)).isEqualTo(polygon);
    }

    @Test
    void readsPolygonsOfAnyLength() {
        String vertices = "204.25 -29.87 ".repeat(100_000).strip();

        assertThat(Footprint.polygon("Polygon ICRS " + vertices)).contains(vertices);
    }
}
