package org.dapple.dali.text;

/** Timestamps as {@code YYYY-MM-DDThh:mm:ss[.f]} (DALI 1.1 §3.3.3) in a byte array. */
public final class TimestampText {

    /** Room for any timestamp, in bytes. */
    public static final int LONGEST = 32;

    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final int SECONDS_PER_DAY = 86_400;
    /** Days from 0000-03-01 to 2000-01-01 in the Gregorian calendar without end. */
    private static final long DAYS_TO_2000 = 730_425;

    private static final int DAYS_PER_400_YEARS = 146_097;

    private TimestampText() {}

    /**
     * Writes a timestamp with as many decimals of the second as it has.
     *
     * @param micros microseconds since 2000-01-01T00:00:00 UTC
     * @return the index after the last byte written
     */
    public static int write(long micros, byte[] to, int at) {
        long seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
        int fraction = Math.floorMod(micros, MICROS_PER_SECOND);
        int second = Math.floorMod(seconds, SECONDS_PER_DAY);
        int end = date(Math.floorDiv(seconds, SECONDS_PER_DAY), to, at);
        to[end] = 'T';
        end = number(second / 3600, 2, to, end + 1);
        to[end] = ':';
        end = number(second / 60 % 60, 2, to, end + 1);
        to[end] = ':';
        end = number(second % 60, 2, to, end + 1);
        return fraction == 0 ? end : fraction(fraction, to, end);
    }

    /** The civil date of a day, years beginning in March so that the leap day is the last one (H. Hinnant's days algorithm). */
    private static int date(long daysSince2000, byte[] to, int at) {
        long days = daysSince2000 + DAYS_TO_2000;
        long era = Math.floorDiv(days, DAYS_PER_400_YEARS);
        int dayOfEra = Math.floorMod(days, DAYS_PER_400_YEARS);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        int end = year(year, to, at);
        to[end] = '-';
        end = number(month, 2, to, end + 1);
        to[end] = '-';
        return number(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 2, to, end + 1);
    }

    private static int year(long year, byte[] to, int at) {
        int start = at;
        if (year < 0) {
            to[start++] = '-';
        }
        long magnitude = Math.abs(year);
        return number((int) magnitude, magnitude > 9999 ? 6 : 4, to, start);
    }

    private static int fraction(int micros, byte[] to, int at) {
        to[at] = '.';
        int end = number(micros, 6, to, at + 1);
        while (to[end - 1] == '0') {
            end--;
        }
        return end;
    }

    private static int number(int value, int width, byte[] to, int at) {
        int rest = value;
        for (int i = at + width - 1; i >= at; i--) {
            to[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + width;
    }
}
