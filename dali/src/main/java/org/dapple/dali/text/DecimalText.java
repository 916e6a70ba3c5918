package org.dapple.dali.text;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import com.fasterxml.jackson.core.io.schubfach.FloatToDecimal;

/**
 * Numbers as ASCII digits in a byte array; every method returns the index after the last byte written.
 *
 * <p>Double.toString of JDK 17 is slow and sometimes one digit too long, hence Schubfach (R. Giulietti, as carried by
 * Jackson), and before it a way without any String for decimals of few digits, which most measured values are.
 */
final class DecimalText {

    /** Fewer than 16 decimal digits identify a double: no two such decimals read as the same one. */
    private static final double DOUBLE_DIGITS = 1e15;

    private static final double SHORT_SCALE = 1e6;
    private static final int SHORT_DECIMALS = 6;
    private static final double LONG_SCALE = 1e12;
    private static final int LONG_DECIMALS = 12;

    private DecimalText() {}

    static int integer(long value, byte[] to, int at) {
        if (value == Long.MIN_VALUE) {
            return ascii("-9223372036854775808", to, at);
        }
        int start = at;
        if (value < 0) {
            to[start++] = '-';
        }
        return digits(Math.abs(value), digitCount(Math.abs(value)), to, start);
    }

    static int real(double value, byte[] to, int at) {
        double magnitude = Math.abs(value);
        if (magnitude >= 1e-3 && magnitude < 1e9) {
            double scaled = Math.rint(magnitude * SHORT_SCALE);
            if (scaled < DOUBLE_DIGITS && scaled / SHORT_SCALE == magnitude) {
                return fixed(value < 0, (long) scaled, SHORT_DECIMALS, to, at);
            }
            scaled = Math.rint(magnitude * LONG_SCALE);
            if (scaled < DOUBLE_DIGITS && scaled / LONG_SCALE == magnitude) {
                return fixed(value < 0, (long) scaled, LONG_DECIMALS, to, at);
            }
        }
        return ascii(DoubleToDecimal.toString(value), to, at);
    }

    static int real(float value, byte[] to, int at) {
        return ascii(FloatToDecimal.toString(value), to, at);
    }

    /** Writes {@code scaled / 10^decimals} without the zeros at its end, but with one digit after the point. */
    private static int fixed(boolean negative, long scaled, int decimals, byte[] to, int at) {
        long significant = scaled;
        int remaining = decimals;
        while (remaining > 1 && significant % 10 == 0) {
            significant /= 10;
            remaining--;
        }
        int start = at;
        if (negative) {
            to[start++] = '-';
        }
        int count = Math.max(digitCount(significant), remaining + 1);
        int end = digits(significant, count, to, start);
        System.arraycopy(to, end - remaining, to, end - remaining + 1, remaining);
        to[end - remaining] = '.';
        return end + 1;
    }

    /** Writes exactly {@code count} digits, with zeros in front where the value has fewer. */
    private static int digits(long value, int count, byte[] to, int at) {
        long rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            to[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + count;
    }

    private static int digitCount(long value) {
        int count = 1;
        for (long limit = 10; count < 19 && value >= limit; limit *= 10) {
            count++;
        }
        return count;
    }

    @SuppressWarnings("deprecation") // The characters are ASCII: their low bytes are their UTF-8.
    private static int ascii(String text, byte[] to, int at) {
        text.getBytes(0, text.length(), to, at);
        return at + text.length();
    }
}
