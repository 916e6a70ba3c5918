package org.dapple.dbinit.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A small image of the sky in FITS 4.0: a source at the centre, some others around it, and noise; the same for the same
 * field on every machine.
 *
 * @param centre where the middle of the image is, in the tangential projection
 * @param width of the whole image, in degrees
 * @param object what FITS calls OBJECT
 * @param telescope what FITS calls TELESCOP
 * @param seed of the sources and the noise
 */
record FitsImage(Position centre, double width, String object, String telescope, int seed) {

    private static final int PIXELS = 128;
    private static final int BLOCK = 2880;
    private static final int SOURCES = 12;

    byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(padded(header().getBytes(StandardCharsets.US_ASCII), (byte) ' '));
        file.writeBytes(padded(data(), (byte) 0));
        return file.toByteArray();
    }

    private String header() {
        double middle = (PIXELS + 1) / 2.0;
        double step = width / PIXELS;
        return card("SIMPLE", "T")
                + card("BITPIX", "-32")
                + card("NAXIS", "2")
                + card("NAXIS1", String.valueOf(PIXELS))
                + card("NAXIS2", String.valueOf(PIXELS))
                + card("OBJECT", quoted(object))
                + card("TELESCOP", quoted(telescope))
                + card("BUNIT", quoted("Jy/beam"))
                + card("RADESYS", quoted("ICRS"))
                + card("CTYPE1", quoted("RA---TAN"))
                + card("CUNIT1", quoted("deg"))
                + card("CRVAL1", number(centre.ra()))
                + card("CRPIX1", number(middle))
                + card("CDELT1", number(-step))
                + card("CTYPE2", quoted("DEC--TAN"))
                + card("CUNIT2", quoted("deg"))
                + card("CRVAL2", number(centre.dec()))
                + card("CRPIX2", number(middle))
                + card("CDELT2", number(step))
                + String.format("%-80s", "END");
    }

    private byte[] data() {
        var chance = new Chance(seed);
        var sky = new double[PIXELS][PIXELS];
        double middle = (PIXELS - 1) / 2.0;
        add(sky, middle, middle, 1);
        for (int i = 1; i < SOURCES; i++) {
            add(sky, chance.next() * PIXELS, chance.next() * PIXELS, 0.05 + 0.4 * chance.next());
        }
        ByteBuffer pixels = ByteBuffer.allocate(PIXELS * PIXELS * Float.BYTES);
        for (double[] row : sky) {
            for (double value : row) {
                pixels.putFloat((float) (value + 0.01 * (chance.next() - 0.5)));
            }
        }
        return pixels.array();
    }

    /** A point source, as wide as a beam of three pixels. */
    private static void add(double[][] sky, double x, double y, double peak) {
        for (int row = 0; row < PIXELS; row++) {
            for (int column = 0; column < PIXELS; column++) {
                double squared = (column - x) * (column - x) + (row - y) * (row - y);
                sky[row][column] += peak * StrictMath.exp(-squared / 4);
            }
        }
    }

    private static String card(String keyword, String value) {
        return String.format(
                "%-80s", String.format(value.startsWith("'") ? "%-8s= %-20s" : "%-8s= %20s", keyword, value));
    }

    private static String quoted(String text) {
        return String.format("'%-8s'", text.replace("'", "''"));
    }

    private static String number(double value) {
        return Decimals.digits(value, 15).toPlainString().toUpperCase(Locale.ROOT);
    }

    private static byte[] padded(byte[] bytes, byte with) {
        byte[] blocks = new byte[(bytes.length + BLOCK - 1) / BLOCK * BLOCK];
        Arrays.fill(blocks, with);
        System.arraycopy(bytes, 0, blocks, 0, bytes.length);
        return blocks;
    }

    /** Numbers from 0 to 1 without order, by the generator of Park and Miller. */
    private static final class Chance {

        private long state;

        Chance(int seed) {
            state = 1 + Math.floorMod(seed * 7919L, 2_000_000_000L);
        }

        double next() {
            state = state * 48271 % 2147483647;
            return state / 2147483647.0;
        }
    }
}
