package org.dapple.adql.check;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.Value.Constant;

/** Gives literals their type and one spelling. */
final class Constants {
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?)?Z?");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final int LONGEST = 40;

    private Constants() {}

    /** Whole numbers are INTEGER, or BIGINT, or when too large for that DOUBLE; all others are DOUBLE. */
    static Constant number(Expression.Numeral number) {
        String text = number.text();
        if (text.toUpperCase(Locale.ROOT).startsWith("0X")) {
            return hexadecimal(number);
        }
        if (!text.chars().allMatch(Character::isDigit)) {
            return real(number);
        }
        BigInteger value = text.length() <= LONGEST ? new BigInteger(text) : null;
        return value == null || value.bitLength() > 63 ? real(number) : whole(value);
    }

    static Constant negative(Constant number) {
        String text = number.text();
        return new Constant(number.type(), text.startsWith("-") ? text.substring(1) : "-" + text);
    }

    /** Whether a word is a decimal number with or without a sign. */
    static boolean isNumber(String word) {
        return word != null && word.length() <= LONGEST && DECIMAL.matcher(word).matches();
    }

    /** A decimal number that stands in a text argument of a call. */
    static Constant signed(Expression.Call call, String word) {
        boolean negative = word.startsWith("-");
        String digits = negative || word.startsWith("+") ? word.substring(1) : word;
        Constant number = number(new Expression.Numeral(digits, call.position()));
        return negative ? negative(number) : number;
    }

    static boolean isTime(String text) {
        return TIME.matcher(text).matches();
    }

    private static Constant hexadecimal(Expression.Numeral number) {
        BigInteger value = new BigInteger(number.text().substring(2), 16);
        if (value.bitLength() > 63) {
            throw Faults.type(number.text(), number.position(), "The hexadecimal number is larger than a BIGINT holds");
        }
        return whole(value);
    }

    private static Constant whole(BigInteger value) {
        return new Constant(value.bitLength() > 31 ? AdqlType.BIGINT : AdqlType.INTEGER, value.toString());
    }

    private static Constant real(Expression.Numeral number) {
        String text = number.text();
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw Faults.type(shortened(text), number.position(), "The number is larger than a DOUBLE holds");
        }
        boolean plain =
                text.length() <= LONGEST && !text.toUpperCase(Locale.ROOT).contains("E");
        return new Constant(AdqlType.DOUBLE, plain ? padded(text) : Double.toString(value));
    }

    /** Digits on both sides of the point. */
    private static String padded(String text) {
        String left = text.startsWith(".") ? "0" + text : text;
        return left.endsWith(".") ? left + "0" : left;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
