package org.dapple.adql.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.dapple.adql.Nearest;

/** Recognises the slips people make most, to say what would be right instead of what the grammar allows. */
final class Slips {
    private static final List<String> CLAUSES = List.of(
            "SELECT", "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "OFFSET", "JOIN", "UNION", "EXCEPT", "INTERSECT");
    private static final Set<String> STATEMENTS =
            Set.of("INSERT", "UPDATE", "DELETE", "DROP", "CREATE", "ALTER", "EXPLAIN", "SHOW", "DESCRIBE");

    private final CommonTokenStream tokens;
    private final Token offending;
    private final IntervalSet expected;

    private Slips(CommonTokenStream tokens, Token offending, IntervalSet expected) {
        this.tokens = tokens;
        this.offending = offending;
        this.expected = expected;
    }

    /** What to do, or nothing when the slip is not a known one. */
    static String advice(CommonTokenStream tokens, Token offending, IntervalSet expected) {
        Slips slips = new Slips(tokens, offending, expected);
        return offending.getType() == Token.EOF ? slips.atEnd() : slips.within();
    }

    private String atEnd() {
        Token previous = previous();
        if (previous == null) {
            return "a query begins with SELECT";
        }
        Token open = unclosed();
        if (open != null && endsValue(previous)) {
            return "the parenthesis opened at line %d, column %d is not closed"
                    .formatted(open.getLine(), open.getCharPositionInLine() + 1);
        }
        boolean unnamed = previous.getType() == AdqlTokens.RPAREN && expected.contains(AdqlTokens.AS);
        return unnamed ? "a subquery in FROM needs a name: (SELECT …) AS x" : "";
    }

    private static boolean endsValue(Token token) {
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

    private String within() {
        String text = offending.getText().toUpperCase(Locale.ROOT);
        Token previous = previous();
        String before = previous == null ? "" : previous.getText().toUpperCase(Locale.ROOT);
        if (previous == null && STATEMENTS.contains(text)) {
            return "ADQL only reads: a query begins with SELECT";
        }
        if (text.equals("LIMIT") || before.equals("LIMIT")) {
            return "ADQL has no LIMIT: write SELECT TOP %s …".formatted(limit());
        }
        if (before.equals("CASE") || before.equals("WHEN")) {
            return "ADQL has no CASE";
        }
        return bySign(previous);
    }

    private String bySign(Token previous) {
        return switch (offending.getType()) {
            case AdqlTokens.EQ ->
                previous != null && previous.getType() == AdqlTokens.EQ ? "equality is a single =" : "";
            case AdqlTokens.TOP -> "TOP stands directly after SELECT, or after DISTINCT";
            case AdqlTokens.RPAREN -> unclosed() == null ? "no parenthesis is open here" : "";
            case AdqlTokens.UNRECOGNISED -> "that is no sign of ADQL";
            case AdqlTokens.FROM ->
                previous != null && previous.getType() == AdqlTokens.COMMA
                        ? "something is missing after the comma, or the comma is too much"
                        : "";
            default -> byWords(previous);
        };
    }

    private String byWords(Token previous) {
        if (previous == null || previous.getType() != AdqlTokens.IDENTIFIER) {
            return isName(offending) ? misspelt(offending) : "";
        }
        String advice = misspelt(previous);
        if (advice.isEmpty() && isName(offending)) {
            advice = misspelt(offending);
        }
        boolean list = isName(offending) && expected.contains(AdqlTokens.FROM);
        return advice.isEmpty() && list
                ? "a comma may be missing between %s and %s".formatted(previous.getText(), offending.getText())
                : advice;
    }

    private static boolean isName(Token token) {
        return token.getType() == AdqlTokens.IDENTIFIER || token.getType() == AdqlTokens.DELIMITED;
    }

    private static String misspelt(Token word) {
        return Nearest.to(word.getText(), CLAUSES)
                .map(clause -> "did you mean %s instead of %s?".formatted(clause, word.getText()))
                .orElse("");
    }

    private String limit() {
        Token number =
                offending.getType() == AdqlTokens.INTEGER ? offending : tokens.get(offending.getTokenIndex() + 1);
        return number.getType() == AdqlTokens.INTEGER ? number.getText() : "10";
    }

    private Token previous() {
        for (int i = offending.getTokenIndex() - 1; i >= 0; i--) {
            if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
                return tokens.get(i);
            }
        }
        return null;
    }

    /** The innermost parenthesis that is open before the offending token; null when there is none. */
    private Token unclosed() {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens.getTokens().subList(0, offending.getTokenIndex())) {
            if (token.getType() == AdqlTokens.LPAREN) {
                open.push(token);
            } else if (token.getType() == AdqlTokens.RPAREN) {
                open.poll();
            }
        }
        return open.peek();
    }
}
