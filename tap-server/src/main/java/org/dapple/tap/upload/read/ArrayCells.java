package org.dapple.tap.upload.read;

import java.lang.reflect.Array;
import java.util.Locale;
import java.util.StringJoiner;
import org.dapple.adql.catalog.AdqlType;

/** Cells that are arrays. */
final class ArrayCells {

    private static final int POLE = 90;

    private ArrayCells() {}

    /** The elements separated by blanks. */
    static String text(Object array) {
        StringJoiner text = new StringJoiner(" ");
        for (int i = 0; i < Array.getLength(array); i++) {
            text.add(element(Array.get(array, i)));
        }
        return text.toString().replace("\0", "");
    }

    private static String element(Object element) {
        return element == null ? "" : element.toString();
    }

    /**
     * The array as it is stored.
     *
     * @param absent the number that stands for an element that is NULL, or null where there is none
     */
    static Object elements(Object array, Long absent) {
        if (absent == null && !(array instanceof byte[])) {
            return array;
        }
        Object[] elements = new Object[Array.getLength(array)];
        for (int i = 0; i < elements.length; i++) {
            Object element = Array.get(array, i);
            elements[i] =
                    isNumber(element, absent) ? null : element instanceof Byte octet ? octet.shortValue() : element;
        }
        return elements;
    }

    /** Real numbers have NaN, and no other number for NULL. */
    private static boolean isNumber(Object element, Long number) {
        boolean whole = element instanceof Byte
                || element instanceof Short
                || element instanceof Integer
                || element instanceof Long;
        return whole && number != null && ((Number) element).longValue() == number;
    }

    /** The numbers of a shape; null where one of them is missing. */
    static double[] geometry(AdqlType type, Object array) {
        double[] numbers = new double[Array.getLength(array)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ((Number) Array.get(array, i)).doubleValue();
            if (Double.isNaN(numbers[i])) {
                return null;
            }
        }
        requireCount(type, numbers.length);
        requireLatitudes(type, numbers);
        return numbers.length == 0 ? null : numbers;
    }

    private static void requireCount(AdqlType type, int count) {
        boolean right = switch (type) {
            case POINT -> count == 2;
            case CIRCLE -> count == 3;
            default -> count == 0 || (count >= 6 && count % 2 == 0);
        };
        if (!right) {
            throw new IllegalArgumentException(
                    count + " numbers are no " + type.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void requireLatitudes(AdqlType type, double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            boolean latitude = i % 2 == 1;
            boolean radius = type == AdqlType.CIRCLE && i == 2;
            if (Double.isInfinite(numbers[i])
                    || (latitude && Math.abs(numbers[i]) > POLE)
                    || (radius && (numbers[i] < 0 || numbers[i] > POLE))) {
                throw new IllegalArgumentException(
                        numbers[i] + (latitude ? " is no latitude" : " is no angle for this"));
            }
        }
    }
}
