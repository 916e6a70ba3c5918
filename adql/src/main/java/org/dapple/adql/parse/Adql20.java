package org.dapple.adql.parse;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.dapple.adql.AdqlException;
import org.dapple.adql.AdqlException.Kind;

/** Refuses what came only with ADQL 2.1 in a query that asks for ADQL 2.0. All of it can be told by its words. */
final class Adql20 {
    private static final Set<Integer> NEW_WORDS = Set.of(
            AdqlTokens.WITH,
            AdqlTokens.UNION,
            AdqlTokens.EXCEPT,
            AdqlTokens.INTERSECT,
            AdqlTokens.OFFSET,
            AdqlTokens.ILIKE,
            AdqlTokens.CAST,
            AdqlTokens.HEXADECIMAL);
    private static final Set<String> NEW_FUNCTIONS = Set.of("LOWER", "UPPER", "COALESCE", "IN_UNIT");

    private Adql20() {}

    static void check(CommonTokenStream stream) {
        List<Token> tokens = stream.getTokens();
        for (int i = 0; i < tokens.size() - 1; i++) {
            Token token = tokens.get(i);
            boolean function = tokens.get(i + 1).getType() == AdqlTokens.LPAREN
                    && NEW_FUNCTIONS.contains(token.getText().toUpperCase(Locale.ROOT));
            if (NEW_WORDS.contains(token.getType()) || function) {
                throw notYet(token);
            }
        }
    }

    private static AdqlException notYet(Token token) {
        int column = token.getCharPositionInLine() + 1;
        String message =
                "%s came with ADQL 2.1, and this query asks for ADQL 2.0 (line %d, column %d): use LANG=ADQL-2.1"
                        .formatted(token.getText(), token.getLine(), column);
        return new AdqlException(Kind.FEATURE, token.getLine(), column, token.getText(), message);
    }
}
