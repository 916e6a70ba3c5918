package org.dapple.adql.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** What other dialects have, where it is the offending word or the one before it. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "CASE", "ADQL has no CASE",
            "WHEN", "ADQL has no CASE",
            "OVER", "ADQL has no window functions",
            "FETCH", "ADQL has no FETCH: write SELECT TOP 10 …",
            "ESCAPE", "LIKE has no ESCAPE in ADQL: % and _ always stand for other characters");

    private static final Set<String> TIMES = Set.of("DATE", "TIME", "TIMESTAMP");

    private final CommonTokenStream tokens;
    private final Token offending;
    private final IntervalSet expected;

    private Slips(CommonTokenStream tokens, Token offending, IntervalSet expected) {
        this.tokens = tokens;
        this.offending = offending;
        this.expected = expected;
    }

    /**
     * A slip that is known.
     *
     * @param token where it was made
     * @param advice what to do; empty when the slip is not a known one
     */
    record Slip(Token token, String advice) {}

    static Slip find(CommonTokenStream tokens, Token offending, IntervalSet expected) {
        Slips slips = new Slips(tokens, offending, expected);
        String advice = offending.getType() == Token.EOF ? slips.atEnd() : slips.within();
        return new Slip(slips.culprit(), advice);
    }

    /** A word that was read as a name, where it is the slip, and not what follows it. */
    private Token culprit() {
        Token previous = previous();
        if (previous == null || previous.getType() != AdqlTokens.IDENTIFIER || offending.getType() == Token.EOF) {
            return offending;
        }
        return switch (previous.getText().toUpperCase(Locale.ROOT)) {
            case "LIMIT", "CASE", "OVER", "FETCH", "ESCAPE" -> previous;
            case "WHEN" -> before(previous);
            default -> misspelt(previous).isEmpty() ? offending : previous;
        };
    }

    private String atEnd() {
        Token previous = previous();
        if (previous == null) {
            return "a query begins with SELECT";
        }
        if (unclosed() != null && Neighbours.endsValue(previous)) {
            return notClosed();
        }
        boolean unnamed = previous.getType() == AdqlTokens.RPAREN && expected.contains(AdqlTokens.AS);
        return unnamed ? "a subquery in FROM needs a name: (SELECT …) AS x" : "";
    }

    private String notClosed() {
        Token open = unclosed();
        return "the parenthesis opened at line %d, column %d is not closed"
                .formatted(open.getLine(), open.getCharPositionInLine() + 1);
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
        if (TIMES.contains(before) && offending.getType() == AdqlTokens.STRING) {
            return "a time is written CAST(%s AS TIMESTAMP)".formatted(offending.getText());
        }
        String elsewhere = ELSEWHERE.getOrDefault(before, ELSEWHERE.get(text));
        return elsewhere == null ? bySign(previous) : elsewhere;
    }

    private String bySign(Token previous) {
        return switch (offending.getType()) {
            case AdqlTokens.EQ ->
                previous != null && previous.getType() == AdqlTokens.EQ ? "equality is a single =" : "";
            case AdqlTokens.TOP -> "TOP stands directly after SELECT, or after DISTINCT";
            case AdqlTokens.RPAREN -> unclosed() == null ? "no parenthesis is open here" : "";
            case AdqlTokens.UNRECOGNISED -> ForeignSigns.advice(offending.getText());
            case AdqlTokens.SLASH, AdqlTokens.STAR -> isComment(previous) ? "a comment begins with --" : "";
            case AdqlTokens.NULL -> previous != null && previous.getType() == AdqlTokens.NOT ? "write IS NOT NULL" : "";
            case AdqlTokens.FROM,
                    AdqlTokens.WHERE,
                    AdqlTokens.GROUP,
                    AdqlTokens.HAVING,
                    AdqlTokens.ORDER,
                    AdqlTokens.OFFSET -> byClause(previous);
            default -> byWords(previous);
        };
    }

    private boolean isComment(Token previous) {
        Token next = tokens.get(offending.getTokenIndex() + 1);
        return offending.getType() == AdqlTokens.SLASH
                ? next.getType() == AdqlTokens.STAR || next.getType() == AdqlTokens.SLASH
                : previous != null && previous.getType() == AdqlTokens.SLASH;
    }

    /** A clause that begins where another has not ended. */
    private String byClause(Token previous) {
        if (previous != null && previous.getType() == AdqlTokens.COMMA) {
            return "something is missing after the comma, or the comma is too much";
        }
        if (previous == null || !Neighbours.endsValue(previous)) {
            return byWords(previous);
        }
        return unclosed() == null
                ? "clauses stand in the order SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, OFFSET"
                : notClosed();
    }

    private String byWords(Token previous) {
        String advice = previous == null || previous.getType() != AdqlTokens.IDENTIFIER ? "" : misspelt(previous);
        if (advice.isEmpty() && Neighbours.isName(offending)) {
            advice = misspelt(offending);
        }
        if (advice.isEmpty() && isReserved()) {
            return "%1$s is a word of ADQL; as a name it is written \"%1$s\"".formatted(offending.getText());
        }
        return advice.isEmpty() && previous != null
                ? new Neighbours(previous, offending, expected).advice(unclosed() != null)
                : advice;
    }

    /** A word of ADQL where a name is wanted, followed by what follows names. */
    private boolean isReserved() {
        int next = tokens.get(offending.getTokenIndex() + 1).getType();
        boolean followsName =
                next == AdqlTokens.COMMA || next == AdqlTokens.FROM || next == AdqlTokens.DOT || next == AdqlTokens.EQ;
        return followsName
                && expected.contains(AdqlTokens.IDENTIFIER)
                && offending.getType() >= AdqlTokens.ALL
                && offending.getType() <= AdqlTokens.WITH;
    }

    private static String misspelt(Token word) {
        return Nearest.to(word.getText(), CLAUSES)
                .map(clause -> "did you mean " + clause + "?")
                .orElse("");
    }

    private String limit() {
        Token number =
                offending.getType() == AdqlTokens.INTEGER ? offending : tokens.get(offending.getTokenIndex() + 1);
        return number.getType() == AdqlTokens.INTEGER ? number.getText() : "10";
    }

    private Token previous() {
        return before(offending);
    }

    private Token before(Token token) {
        for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
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
