package org.dapple.adql.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource({
        "km, m, 1000",
        "deg, arcsec, 3600",
        "mas, deg, 2.7777777777777777e-7",
        "m/s, km/h, 3.6",
        "km.s**-1, m s-1, 1000",
        "mJy, W.m**-2.Hz**-1, 1e-29",
        "erg/(cm2.s), W/m2, 1e-3",
        "10**-3 Jy, mJy, 1",
        "yr, d, 365.25",
        "kpc, lyr, 3261.563777167434",
        "sr, deg2, 3282.806350011744",
        "Angstrom, nm, 0.1",
        "keV, J, 1.602176634e-16",
        "kbyte, byte, 1000",
        "Kibyte, byte, 1024",
        "m**(1/2), cm**(0.5), 10",
        "dam, m, 10",
        "%, 1, 0.01",
    })
    void oneUnitInAnother(String from, String to, double factor) {
        assertThat(Unit.of(from).orElseThrow().factorTo(Unit.of(to).orElseThrow()))
                .hasValueSatisfying(actual -> assertThat(actual).isCloseTo(factor, within(factor * 1e-12)));
    }

    @ParameterizedTest
    @CsvSource({"m, s", "deg, sr", "Jy, W", "mag, Jy", "m/s, m/s2"})
    void whatMeasuresDifferentThingsHasNoFactor(String from, String to) {
        assertThat(Unit.of(from).orElseThrow().factorTo(Unit.of(to).orElseThrow()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "furlong", "m/", "(m", "m)", "m**", "..", "m//s", "((((((", "1e999999 m%%x"})
    void whatIsNoUnitIsNone(String text) {
        assertThat(Unit.of(text)).isEmpty();
    }
}
