package org.dapple.tap.search;

import java.util.Optional;
import java.util.regex.Pattern;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.ast.Position;

/**
 * A number as it was written, so that it reaches the query as it is.
 *
 * @param text decimal, with a sign or without, at most {@value #LONGEST} characters
 */
public record Decimal(String text) {

    private static final int LONGEST = 40;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    /** The number that a word is, if it is one that a double holds. */
    public static Optional<Decimal> of(String word) {
        return word.length() <= LONGEST && DECIMAL.matcher(word).matches() && Double.isFinite(Double.parseDouble(word))
                ? Optional.of(new Decimal(word))
                : Optional.empty();
    }

    public double value() {
        return Double.parseDouble(text);
    }

    /** Whether it is from one number to another, both included. */
    public boolean isWithin(double least, double most) {
        return value() >= least && value() <= most;
    }

    /** The number in a syntax tree, where only a sign before it makes it negative. */
    public Expression expression() {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        Expression number = new Expression.Numeral(signed ? text.substring(1) : text, Position.NONE);
        return text.startsWith("-") ? new Expression.Signed(true, number, Position.NONE) : number;
    }
}
