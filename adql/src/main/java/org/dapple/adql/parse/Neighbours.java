package org.dapple.adql.parse;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Two words side by side that may not be: what may be missing between them. */
final class Neighbours {
    private final Token left;
    private final Token right;
    private final IntervalSet expected;

    Neighbours(Token left, Token right, IntervalSet expected) {
        this.left = left;
        this.right = right;
        this.expected = expected;
    }

    /**
     * What to do, or nothing when that is not known.
     *
     * @param open whether a parenthesis is open around the two
     */
    String advice(boolean open) {
        if (left.getType() == AdqlTokens.TOP && right.getType() == AdqlTokens.LPAREN) {
            return "TOP takes a bare number: TOP 10";
        }
        if (left.getType() == AdqlTokens.IN) {
            return "a list stands in parentheses: IN (1, 2)";
        }
        if (left.getType() == AdqlTokens.STAR || !endsValue(left) || !beginsValue(right)) {
            return "";
        }
        if (left.getType() == AdqlTokens.STRING && right.getStartIndex() == left.getStopIndex() + 1) {
            return "a quote within a text is written twice: ''";
        }
        if (right.getText().matches("[Tt]\\d\\d")) {
            return "a time is written in quotes: '2026-01-31T12:00:00'";
        }
        return missing(open);
    }

    private String missing(boolean open) {
        boolean list = isName(right) && (expected.contains(AdqlTokens.FROM) || expected.contains(AdqlTokens.COMMA));
        if (list || (open && expected.contains(AdqlTokens.RPAREN))) {
            return "a comma may be missing between %s and %s".formatted(left.getText(), right.getText());
        }
        return expected.contains(Token.EOF)
                ? "AND, OR or a comma may be missing between %s and %s".formatted(left.getText(), right.getText())
                : "";
    }

    static boolean isName(Token token) {
        return token.getType() == AdqlTokens.IDENTIFIER || token.getType() == AdqlTokens.DELIMITED;
    }

    private static boolean beginsValue(Token token) {
        return token.getType() != AdqlTokens.RPAREN && token.getType() != AdqlTokens.STAR && endsValue(token);
    }

    static boolean endsValue(Token token) {
        return switch (token.getType()) {
            case AdqlTokens.IDENTIFIER,
                    AdqlTokens.DELIMITED,
                    AdqlTokens.INTEGER,
                    AdqlTokens.DECIMAL,
                    AdqlTokens.APPROXIMATE,
                    AdqlTokens.HEXADECIMAL,
                    AdqlTokens.STRING,
                    AdqlTokens.STAR,
                    AdqlTokens.NULL,
                    AdqlTokens.RPAREN -> true;
            default -> false;
        };
    }
}
