package org.dapple.adql.parse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.dapple.adql.AdqlException;
import org.dapple.adql.AdqlException.Kind;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.ast.Position;
import org.dapple.adql.ast.Query;
import org.dapple.adql.ast.SortItem;

/** Refuses what came only with ADQL 2.1 in a query that asks for ADQL 2.0. Nearly all of it can be told by its words. */
final class Adql20 {
    private static final Set<Integer> NEW_WORDS = Set.of(
            AdqlTokens.WITH,
            AdqlTokens.UNION,
            AdqlTokens.EXCEPT,
            AdqlTokens.INTERSECT,
            AdqlTokens.OFFSET,
            AdqlTokens.ILIKE,
            AdqlTokens.CAST,
            AdqlTokens.TRUE,
            AdqlTokens.FALSE,
            AdqlTokens.HEXADECIMAL);
    private static final Set<String> NEW_FUNCTIONS = Set.of("LOWER", "UPPER", "COALESCE", "IN_UNIT");

    /** How many arguments the geometry functions had to have, the coordinate system among them. */
    private static final Map<String, Integer> ARGUMENTS = Map.of("POINT", 3, "CIRCLE", 4, "BOX", 5, "DISTANCE", 2);

    private final List<Token> tokens;

    private Adql20(List<Token> tokens) {
        this.tokens = tokens;
    }

    static void check(CommonTokenStream stream, Query query) {
        Adql20 check = new Adql20(stream.getTokens());
        for (int i = 0; i < check.tokens.size() - 1; i++) {
            check.word(i);
        }
        query.orderBy().forEach(Adql20::sortItem);
    }

    private void word(int i) {
        Token token = tokens.get(i);
        int before = i == 0 ? Token.EOF : tokens.get(i - 1).getType();
        boolean name = before == AdqlTokens.AS || before == AdqlTokens.DOT;
        if (!name && NEW_WORDS.contains(token.getType())) {
            throw notYet(token, token.getText());
        }
        if (token.getType() == AdqlTokens.NULL && before != AdqlTokens.IS && before != AdqlTokens.NOT) {
            throw notYet(token, "NULL as a value");
        }
        if (tokens.get(i + 1).getType() == AdqlTokens.LPAREN) {
            function(i, token.getText().toUpperCase(Locale.ROOT));
        }
    }

    private void function(int i, String name) {
        Token token = tokens.get(i);
        if (NEW_FUNCTIONS.contains(name)) {
            throw notYet(token, token.getText());
        }
        Integer arguments = ARGUMENTS.get(name);
        if ((name.equals("POLYGON") && isNewPolygon(i + 1)) || (arguments != null && arguments(i + 1) != arguments)) {
            throw notYet(
                    token,
                    name.equals("DISTANCE")
                            ? "DISTANCE of four numbers"
                            : name + " without a coordinate system, or with a point for two numbers,");
        }
    }

    /** Without a coordinate system, or of points: it had to be followed by at least three pairs of numbers. */
    private boolean isNewPolygon(int open) {
        int arguments = arguments(open);
        return tokens.get(open + 1).getType() != AdqlTokens.STRING
                || tokens.get(Math.min(open + 3, tokens.size() - 1)).getText().equalsIgnoreCase("POINT")
                || arguments < 7
                || arguments % 2 == 0;
    }

    /** The number of arguments of a call: one more than the commas that stand directly in its parentheses. */
    private int arguments(int open) {
        int count = 1;
        int depth = 0;
        for (Token token : tokens.subList(open, tokens.size())) {
            switch (token.getType()) {
                case AdqlTokens.LPAREN -> depth++;
                case AdqlTokens.RPAREN -> depth--;
                case AdqlTokens.COMMA -> count += depth == 1 ? 1 : 0;
                default -> {}
            }
            if (depth == 0) {
                return count;
            }
        }
        return count;
    }

    private static void sortItem(SortItem item) {
        Expression key = item.key();
        if (!(key instanceof Expression.Column) && !(key instanceof Expression.Numeral)) {
            throw notYet(key.position(), "ORDER BY", "ORDER BY an expression");
        }
    }

    private static AdqlException notYet(Token token, String what) {
        Position position = new Position(token.getLine(), token.getCharPositionInLine() + 1);
        return notYet(position, token.getText(), what);
    }

    private static AdqlException notYet(Position position, String token, String what) {
        String message =
                "%s came with ADQL 2.1, and this query asks for ADQL 2.0 (line %d, column %d): use LANG=ADQL-2.1"
                        .formatted(what, position.line(), position.column());
        return new AdqlException(Kind.FEATURE, position.line(), position.column(), token, message);
    }
}
