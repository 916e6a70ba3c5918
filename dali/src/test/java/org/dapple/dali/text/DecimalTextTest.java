package org.dapple.dali.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

    private final byte[] bytes = new byte[32];

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0",
                "-0.0",
                "1.0",
                "-1.0",
                "0.001",
                "0.00101",
                "-0.5",
                "0.3",
                "204.25",
                "-29.8657",
                "204.253833",
                "204.24712522989094",
                "58000.123456789",
                "999999999.999999",
                "123456789.5",
                "1.0E9",
                "1.0E23",
                "1.0E-4",
                "4.9E-324",
                "1.7976931348623157E308",
                "9.007199254740992E15"
            })
    void aDoubleIsItsShortestDecimal(String shortest) {
        assertThat(real(Double.parseDouble(shortest))).isEqualTo(shortest);
    }

    @Test
    void everyDoubleIsItsShortestDecimal() {
        Random random = new Random(42);
        for (int i = 0; i < 1_000_000; i++) {
            double value = sample(random, i % 4);
            if (Double.isFinite(value)) {
                String text = real(value);
                assertThat(Double.doubleToLongBits(Double.parseDouble(text))).isEqualTo(Double.doubleToLongBits(value));
                assertThat(new BigDecimal(text)).isEqualByComparingTo(new BigDecimal(DoubleToDecimal.toString(value)));
            }
        }
    }

    private static double sample(Random random, int kind) {
        return switch (kind) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextInt(360_000_000) / 1e6;
            case 2 -> Math.round(random.nextDouble() * 1e15) / 1e12;
            default -> random.nextGaussian() * 100;
        };
    }

    @Test
    void everyFloatReadsBack() {
        Random random = new Random(42);
        for (int i = 0; i < 300_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value)) {
                assertThat(Float.parseFloat(real(value))).isEqualTo(value);
            }
        }
        assertThat(real(0.1f)).isEqualTo("0.1");
    }

    private String real(double value) {
        return new String(bytes, 0, DecimalText.real(value, bytes, 0), StandardCharsets.US_ASCII);
    }

    private String real(float value) {
        return new String(bytes, 0, DecimalText.real(value, bytes, 0), StandardCharsets.US_ASCII);
    }
}
