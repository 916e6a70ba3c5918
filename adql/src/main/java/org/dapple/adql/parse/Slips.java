package org.dapple.adql.parse;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Recognises the slips people make most, to say what would be right instead of what the grammar allows. */
final class Slips {
    private Slips() {}

    /** What to do, or nothing when the slip is not a known one. */
    static String advice(CommonTokenStream tokens, Token offending) {
        if (offending.getType() == Token.EOF && offending.getTokenIndex() == 0) {
            return "write a query that begins with SELECT";
        }
        if (offending.getType() == AdqlTokens.EQ && previous(tokens, offending) == AdqlTokens.EQ) {
            return "equality is a single =";
        }
        if (offending.getType() == AdqlTokens.INTEGER
                && previousText(tokens, offending).equalsIgnoreCase("LIMIT")) {
            return "ADQL has no LIMIT: write SELECT TOP " + offending.getText() + " …";
        }
        return "";
    }

    private static int previous(CommonTokenStream tokens, Token token) {
        return token.getTokenIndex() == 0
                ? Token.INVALID_TYPE
                : tokens.get(token.getTokenIndex() - 1).getType();
    }

    private static String previousText(CommonTokenStream tokens, Token token) {
        return token.getTokenIndex() == 0
                ? ""
                : tokens.get(token.getTokenIndex() - 1).getText();
    }
}
