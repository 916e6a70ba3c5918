package org.dapple.adql.parse;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.dapple.adql.AdqlException;
import org.dapple.adql.AdqlException.Kind;

/** How large and how deep a query may be, so that no text can exhaust the stack of this process or of PostgreSQL. */
final class Limits {
    /** Parentheses, NOTs and signs within each other. */
    static final int MAX_DEPTH = 100;

    /** Operators that follow each other in one expression, set operators in one query. */
    static final int MAX_CHAIN = 500;

    /** Tables in one FROM: PostgreSQL considers the orders in which they can be joined. */
    static final int MAX_TABLES = 100;

    private Limits() {}

    static void checkLength(String text) {
        if (text.length() > AdqlParser.MAX_LENGTH) {
            throw new AdqlException(
                    Kind.LIMIT,
                    1,
                    1,
                    "",
                    "The query has %,d characters; the limit is %,d".formatted(text.length(), AdqlParser.MAX_LENGTH));
        }
    }

    static void checkNesting(CommonTokenStream tokens) {
        int depth = 0;
        for (Token token : tokens.getTokens()) {
            if (token.getType() == AdqlTokens.LPAREN && ++depth > MAX_DEPTH) {
                throw tooDeep(token);
            } else if (token.getType() == AdqlTokens.RPAREN) {
                depth--;
            }
        }
    }

    static void checkChain(int operators, Token last) {
        if (operators > MAX_CHAIN) {
            throw at(last, "More than %,d operators in a row (%s)".formatted(MAX_CHAIN, place(last)));
        }
    }

    static void checkTables(int tables, Token from) {
        if (tables > MAX_TABLES) {
            throw at(from, "More than %,d tables in one FROM (%s)".formatted(MAX_TABLES, place(from)));
        }
    }

    /** The length of a character type. */
    static int length(Token digits) {
        try {
            return Integer.parseInt(digits.getText());
        } catch (NumberFormatException e) {
            throw at(digits, "The length %s is too large (%s)".formatted(digits.getText(), place(digits)));
        }
    }

    static AdqlException tooDeep(Token token) {
        return at(token, "The query is nested deeper than %d levels (%s)".formatted(MAX_DEPTH, place(token)));
    }

    private static AdqlException at(Token token, String message) {
        return new AdqlException(
                Kind.LIMIT, token.getLine(), token.getCharPositionInLine() + 1, token.getText(), message);
    }

    private static String place(Token token) {
        return "line %d, column %d".formatted(token.getLine(), token.getCharPositionInLine() + 1);
    }
}
